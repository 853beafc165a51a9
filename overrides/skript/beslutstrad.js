/* A decision tree, one question at a time, and the way to an outcome. Without this script every question is a section and
   every answer a link. The way walked stands in the address and nowhere else, #vag=question.answer,question.answer, so that
   the browser's own buttons, a new window and the page of an outcome know it. */
(function () {
  "use strict";

  var VAG = "#vag=";

  /* the way in the address; nothing when there is none, or when it is no way */
  function las() {
    if (location.hash.indexOf(VAG) !== 0) { return []; }
    var stegen = location.hash.slice(VAG.length).split(",").map(function (bit) {
      var delar = /^([a-z0-9-]+)\.(\d+)$/.exec(bit);
      return delar ? { fraga: delar[1], svar: Number(delar[2]) } : null;
    });
    return stegen.indexOf(null) < 0 ? stegen : [];
  }
  function skriv(stegen) {
    return VAG + stegen.map(function (steg) { return steg.fraga + "." + steg.svar; }).join(",");
  }
  function rensa(trad) {
    trad.querySelectorAll("input[type=checkbox]").forEach(function (bock) { bock.checked = false; });
  }

  function fragor(trad) {
    var start = trad.getAttribute("data-trad");
    var ruta = trad.querySelector("[data-trad-vag]");
    var lista = trad.querySelector("[data-trad-steg]");
    var lage = trad.querySelector("[data-trad-lage]");
    var tillbaka = trad.querySelector("[data-trad-tillbaka]");
    var om = trad.querySelector("[data-trad-om]");
    var noder = {};
    trad.querySelectorAll("[data-trad-nod]").forEach(function (nod) {
      var svar = Array.prototype.map.call(nod.querySelectorAll(".trad__svar a"), function (lank) {
        return { lank: lank, hem: lank.getAttribute("href"), text: lank.textContent.trim() };
      });
      noder[nod.id] = { nod: nod, rubrik: nod.querySelector("h2"), svar: svar };
    });
    if (!noder[start]) { return; }

    /* the question that a way leads to; nothing when an answer of it leads elsewhere by now */
    function mal(stegen) {
      return stegen.reduce(function (har, steg) {
        var svar = har === steg.fraga && noder[har] ? noder[har].svar[steg.svar] : null;
        return svar && svar.hem.charAt(0) === "#" ? svar.hem.slice(1) : null;
      }, stegen.length ? stegen[0].fraga : start);
    }
    function visa(flytta) {
      var stegen = las();
      var namn = location.hash.slice(1);
      var har = mal(stegen);
      if (!stegen.length && noder[namn]) { har = namn; }
      if (!har) { har = start; stegen = []; }
      Object.keys(noder).forEach(function (annan) { noder[annan].nod.hidden = annan !== har; });
      noder[har].svar.forEach(function (svar, nummer) {
        var vag = skriv(stegen.concat({ fraga: har, svar: nummer }));
        svar.lank.setAttribute("href", svar.hem.charAt(0) === "#" ? vag : svar.hem + vag);
      });
      lista.textContent = "";
      stegen.forEach(function (steg, nummer) {
        var rad = document.createElement("li");
        var lank = document.createElement("a");
        var svar = document.createElement("b");
        lank.href = nummer ? skriv(stegen.slice(0, nummer)) : "#" + steg.fraga;
        lank.textContent = noder[steg.fraga].rubrik.textContent;
        svar.textContent = noder[steg.fraga].svar[steg.svar].text;
        rad.append(lank, " ", svar);
        lista.append(rad);
      });
      lista.hidden = tillbaka.hidden = !stegen.length;
      if (stegen.length) { tillbaka.href = stegen.length > 1 ? skriv(stegen.slice(0, -1)) : "#" + stegen[0].fraga; }
      om.hidden = har === start;
      lage.textContent = (stegen.length ? stegen[0].fraga : har) === start
        ? "Fråga " + (stegen.length + 1) + " på er väg"
        : "Ni kom in mitt i trädet. Börja om för att gå hela vägen";
      if (flytta) {
        noder[har].rubrik.focus({ preventScroll: true });
        ruta.scrollIntoView({ block: "start" });
      }
    }

    trad.classList.add("trad--stegvis");
    ruta.hidden = false;
    window.addEventListener("hashchange", function () { visa(true); });
    visa(false);
    if (location.hash) {
      /* the browser takes the focus once more when the page has loaded with a name in its address */
      window.addEventListener("load", function () { setTimeout(function () { visa(true); }, 0); });
    }
  }

  function utfall(trad) {
    var tillbaka = trad.querySelector("[data-trad-tillbaka]");
    var utskrift = trad.querySelector("[data-trad-skriv]");
    var hem = tillbaka.getAttribute("href");
    utskrift.hidden = false;
    utskrift.addEventListener("click", function () { window.print(); });
    rensa(trad);

    function rad(steg) { return trad.querySelector("[data-trad-fraga='" + steg.fraga + "']"); }
    function svaret(steg) { var har = rad(steg); return har && har.querySelector("[data-trad-svar='" + steg.svar + "']"); }

    var stegen = las();
    if (!stegen.length || !stegen.every(svaret)) { return; }
    trad.querySelector("[data-trad-lage]").textContent = "Er väg hit, " + stegen.length + " svar";
    trad.querySelectorAll("[data-trad-fraga]").forEach(function (ett) {
      ett.hidden = !stegen.some(function (steg) { return rad(steg) === ett; });
    });
    stegen.forEach(function (steg, nummer) {
      var vag = nummer ? skriv(stegen.slice(0, nummer)) : "";
      rad(steg).querySelector("a").href = hem + (vag || "#" + steg.fraga);
      rad(steg).querySelectorAll("b, [data-trad-eller]").forEach(function (ord) { ord.hidden = ord !== svaret(steg); });
      tillbaka.href = hem + (vag || "#" + steg.fraga);
    });
    tillbaka.hidden = false;
  }

  document.querySelectorAll("[data-trad]").forEach(fragor);
  document.querySelectorAll("[data-trad-slut]").forEach(utfall);
})();
