/* The search field of every page, and the search page. The register is loaded when somebody is about to search. */
(function () {
  "use strict";
  var handbok = window.handbok = window.handbok || {};
  var EGET = document.currentScript.src;
  var ROT = EGET.slice(0, EGET.lastIndexOf("skript/"));
  var DELAR = ["sokmotor.js", "sokregister.js", "sokposter.js"];
  var I_RUTAN = 8;
  var PA_SIDAN = 10;
  var SAGS_EFTER = 500;
  var BRED = "(min-width: 44em)";
  var laddas = null;

  function skript(namn) {
    return new Promise(function (klart, fel) {
      var ny = document.createElement("script");
      ny.src = ROT + "skript/" + namn;
      ny.async = false;
      ny.onload = klart;
      ny.onerror = fel;
      document.head.append(ny);
    });
  }

  function bit(namn) { return skript("sok/" + namn); }

  /* The engine, once: the search page has its scripts already. What a question needs besides it fetches itself. */
  function ladda() {
    laddas = laddas || Promise.all(handbok.sokposter ? [] : DELAR.map(skript)).then(function () {
      return handbok.motor(Object.assign({}, handbok.sokregister, handbok.sokposter), bit);
    });
    laddas.catch(function () { laddas = null; });
    return laddas;
  }

  function antalText(antal) {
    return antal === 0 ? "Inga träffar" : antal === 1 ? "1 träff" : antal + " träffar";
  }

  /* One field with its place for hits and its place for what is said. val.hel: the first hits are shown with their lines
     of context or not at all, so that nothing moves under somebody who reads. */
  function falt(form, val) {
    var ruta = form.querySelector("[type=search]");
    var plats = val.plats;
    var lage = form.querySelector("[data-sok-lage]");
    var sags = 0;
    var har = { antal: val.antal, typ: val.typ || "", svar: null, fraga: "" };

    function saga(text) {
      clearTimeout(sags);
      sags = setTimeout(function () { lage.textContent = text; }, SAGS_EFTER);
    }
    function visade() {
      return har.svar.traffar.filter(function (traff) { return !har.typ || traff.typ === har.typ; }).slice(0, har.antal);
    }
    function rita() {
      plats.textContent = "";
      if (!har.svar || har.svar.tom) { val.efter(har, false); return; }
      plats.append(handbok.visaTraffar(har.svar, har.fraga, {
        rot: ROT, rubrik: val.rubrik, marke: val.marke, antal: har.antal, typ: har.typ, nodhjalp: har.motor.nodhjalp,
        text: har.motor.text, texter: har.motor.texter
      }));
      val.efter(har, true);
    }
    function ritaSvar() {
      rita();
      plats.setAttribute("data-sok-svar", har.fraga);
      saga(har.svar.tom ? "Skriv ett ord att söka på" : antalText(har.svar.antal || 0) + (har.svar.hjalp.length ? ". Hjälpnummer visas först" : ""));
    }
    function tom() {
      har.svar = null;
      har.fraga = "";
      rita();
      plats.removeAttribute("data-sok-svar");
      saga("");
    }
    function inaktuell(fraga) { return fraga !== ruta.value; }
    function sok() {
      var fraga = ruta.value;
      if (!fraga.trim()) { tom(); return; }
      ladda().then(function (motor) {
        har.motor = motor;
        return inaktuell(fraga) ? null : motor.sok(fraga);
      }).then(function (svar) {
        if (!svar || inaktuell(fraga)) { return undefined; }
        har.fraga = fraga;
        har.svar = svar;
        var klara = val.hel && !plats.hasAttribute("data-sok-svar") ? har.motor.texter(visade()) : null;
        return klara ? klara.then(ritaSvar, ritaSvar) : ritaSvar();
      }).catch(function () {
        lage.textContent = "Sökningen kunde inte laddas. Ladda om sidan, eller använd menyn.";
        lage.classList.remove("dold");
      });
    }
    ruta.addEventListener("focus", function () { ladda().catch(function () { /* said when somebody searches */ }); });
    ruta.addEventListener("input", function () { har.antal = val.antal; har.typ = ""; sok(); });
    return { ruta: ruta, plats: plats, har: har, sok: sok, rita: rita };
  }

  /* Arrows go from the field through the links and back; Home and End to the first and the last. */
  function pilar(form, ett) {
    form.addEventListener("keydown", function (tangent) {
      var lankar = Array.prototype.slice.call(ett.plats.querySelectorAll("a, button"));
      var plats = lankar.indexOf(document.activeElement);
      var mal = {
        ArrowDown: lankar[plats + 1], ArrowUp: plats < 1 ? ett.ruta : lankar[plats - 1],
        Home: lankar[0], End: lankar[lankar.length - 1]
      }[tangent.key];
      var i_faltet = document.activeElement === ett.ruta;
      if (!mal || (plats < 0 && !i_faltet) || (i_faltet && tangent.key !== "ArrowDown")) { return; }
      tangent.preventDefault();
      mal.focus();
    });
  }

  /* The field in the head of the page: hits in a box beneath it. */
  function rutan(form) {
    var box = form.querySelector("[data-sok-ruta]");
    var plats = form.querySelector("[data-sok-traffar]");
    var alla = form.querySelector("[data-sok-alla]");
    var ett = falt(form, { plats: plats, antal: I_RUTAN, rubrik: "p", marke: "ruta", efter: function (har, visas) {
      box.hidden = !visas;
      var antal = visas ? har.svar.antal || 0 : 0;
      alla.hidden = antal <= I_RUTAN;
      alla.textContent = "Visa alla " + antal + " träffar";
    } });
    var tillbaka = false;
    function stang() { box.hidden = true; }
    pilar(form, { ruta: ett.ruta, plats: box });
    form.addEventListener("keydown", function (tangent) {
      if (tangent.key === "Escape" && !box.hidden) { tangent.preventDefault(); tillbaka = true; ett.ruta.focus(); tillbaka = false; stang(); }
    });
    form.addEventListener("focusout", function (handelse) { if (!form.contains(handelse.relatedTarget)) { stang(); } });
    ett.ruta.addEventListener("focus", function () { if (ett.ruta.value.trim() && box.hidden && !tillbaka) { ett.sok(); } });
    box.addEventListener("mousedown", function (handelse) { if (!handelse.target.closest("a, button")) { handelse.preventDefault(); } });
    return ett;
  }

  /* The search page, and the page for addresses that lead nowhere. */
  function sidan(form) {
    var plats = document.querySelector("[data-sok-resultat]");
    var fler = document.querySelector("[data-sok-fler]");
    var urval = document.querySelector("[data-sok-urval]");
    var typer = document.querySelector("[data-sok-typer]");
    var adress = new URLSearchParams(location.search);
    var ett = falt(form, { plats: plats, antal: PA_SIDAN, rubrik: "h2", marke: "sida", hel: true, typ: adress.get("typ"), efter: efter });

    function efter(har, visas) {
      var traffar = visas ? har.svar.traffar : [];
      var valda = traffar.filter(function (traff) { return !har.typ || traff.typ === har.typ; });
      fler.hidden = valda.length <= har.antal;
      slag(traffar, har);
      skrivAdress(har);
    }
    /* A choice for each kind among the hits. */
    function slag(traffar, har) {
      var antal = new Map();
      traffar.forEach(function (traff) { antal.set(traff.typ, { namn: traff.slag, antal: (antal.get(traff.typ) || { antal: 0 }).antal + 1 }); });
      urval.hidden = antal.size < 2 && !har.typ;
      var fokus = typer.contains(document.activeElement) ? document.activeElement.value : null;
      typer.querySelectorAll("label").forEach(function (gammal) { gammal.remove(); });
      knapp("", "Alla", traffar.length, har);
      antal.forEach(function (en, typ) { knapp(typ, en.namn, en.antal, har); });
      if (fokus !== null) { (typer.querySelector("input:checked") || ett.ruta).focus(); }
    }
    function knapp(typ, namn, antal, har) {
      var etikett = document.createElement("label");
      var val = document.createElement("input");
      val.type = "radio";
      val.name = "typ";
      val.value = typ;
      val.checked = har.typ === typ;
      val.addEventListener("change", function () { ett.har.typ = typ; ett.har.antal = PA_SIDAN; ett.rita(); });
      etikett.append(val, " " + namn + " (" + antal + ")");
      typer.append(etikett);
    }
    function skrivAdress(har) {
      if (!form.hasAttribute("data-sok-adress")) { return; }
      var nytt = new URLSearchParams();
      if (har.fraga) { nytt.set("q", har.fraga); }
      if (har.fraga && har.typ) { nytt.set("typ", har.typ); }
      try { history.replaceState(null, "", location.pathname + (har.fraga ? "?" + nytt : "")); } catch (fel) { /* from a folder */ }
    }
    pilar(document.querySelector("[data-sok-sida]"), ett);
    form.addEventListener("submit", function (handelse) { handelse.preventDefault(); ett.sok(); });
    fler.addEventListener("click", function () {
      var forsta = ett.har.antal;
      ett.har.antal += PA_SIDAN;
      ett.rita();
      var lank = plats.querySelectorAll(".traff__titel")[forsta];
      if (lank) { lank.focus(); }
    });
    urval.open = Boolean(adress.get("typ")) || window.matchMedia(BRED).matches;  /* on a telephone hits come before choices */
    ett.ruta.value = adress.get("q") || (form.hasAttribute("data-sok-adress") ? "" : ordAv(location.pathname));
    if (ett.ruta.value) { ett.sok(); }
    return ett;
  }

  /* The words of an address, for the page that was not found: /lagrum/osl-10-18a.html -> osl 10 18a. */
  function ordAv(adress) {
    var sist = adress.slice(adress.lastIndexOf("/") + 1).replace(/(?:^404)?\.html?$/, "");
    try { return decodeURIComponent(sist).replace(/[-_+]+/g, " ").trim(); } catch (fel) { return ""; }
  }

  document.addEventListener("DOMContentLoaded", function () {
    var forsta = null;
    document.querySelectorAll("form[data-sok]").forEach(function (form) {
      var ett = form.getAttribute("data-sok") === "sida" ? sidan(form) : rutan(form);
      forsta = form.getAttribute("data-sok") === "sida" || !forsta ? ett : forsta;
    });
    document.addEventListener("keydown", function (tangent) {
      var skriver = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName) || document.activeElement.isContentEditable;
      if (tangent.key !== "/" || tangent.ctrlKey || tangent.metaKey || tangent.altKey || skriver || !forsta) { return; }
      tangent.preventDefault();
      if (forsta.ruta.offsetParent) { forsta.ruta.focus(); forsta.ruta.select(); } else { location.href = ROT + "sok.html"; }
    });
  });
})();
