/* A decision tree, one question at a time. Without this script every question is a section and every answer a link.
   The way walked is kept in memory only; the address's #name follows, so that the browser's own buttons work. */
(function () {
  "use strict";

  function starta(trad) {
    var noder = Array.prototype.slice.call(trad.querySelectorAll("[data-trad-nod]"));
    var start = trad.getAttribute("data-trad-start");
    var ruta = trad.querySelector("[data-trad-vag]");
    var lista = trad.querySelector("[data-trad-steg]");
    var lage = trad.querySelector("[data-trad-lage]");
    var tillbaka = trad.querySelector("[data-trad-tillbaka]");
    var om = trad.querySelector("[data-trad-om]");
    var skriv = trad.querySelector("[data-trad-skriv]");
    if (!noder.length || !ruta || !document.getElementById(start)) { return; }

    /* stig: names walked, with the answer that led on from each; har: the place in it where we stand */
    var stig = [{ nod: start, svar: "" }];
    var har = 0;

    function nodFor(namn) {
      var plats = namn ? document.getElementById(namn) : null;
      var nod = plats ? plats.closest("[data-trad-nod]") : null;
      return nod && trad.contains(nod) ? nod : null;
    }
    function hash() {
      try { return decodeURIComponent(location.hash.slice(1)); } catch (fel) { return ""; }
    }
    function rubrik(nod) { return nod.querySelector("h2"); }

    function ga(namn) {
      if (har > 0 && stig[har - 1].nod === namn) { har -= 1; return; }
      if (stig[har + 1] && stig[har + 1].nod === namn) { har += 1; return; }
      for (var i = 0; i < stig.length; i += 1) {
        if (stig[i].nod === namn) { har = i; return; }
      }
      var svar = trad.querySelector("#" + CSS.escape(stig[har].nod) + " .trad__svar a[href='#" + CSS.escape(namn) + "']");
      if (svar) { valj(stig[har].nod, svar.textContent.trim(), namn); } else { stig = [{ nod: namn, svar: "" }]; har = 0; }
    }
    function valj(fran, svar, till) {
      stig = stig.slice(0, har + 1);
      stig[har] = { nod: fran, svar: svar };
      stig.push({ nod: till, svar: "" });
      har += 1;
    }

    function rita() {
      lista.textContent = "";
      stig.slice(0, har).forEach(function (steg) {
        var rad = document.createElement("li");
        var lank = document.createElement("a");
        var svar = document.createElement("b");
        lank.href = "#" + steg.nod;
        lank.textContent = rubrik(nodFor(steg.nod)).textContent;
        svar.textContent = steg.svar;
        rad.append(lank, " ", svar);
        lista.append(rad);
      });
      lista.hidden = har === 0;
      var nod = nodFor(stig[har].nod);
      var slut = nod.getAttribute("data-trad-nod") === "utfall";
      var forst = stig[0].nod === start;
      lage.textContent = slut
        ? (har ? "Utfall, efter " + har + " svar" : "Ett utfall. Börja om för att gå hela vägen hit")
        : (forst ? "Fråga " + (har + 1) + " på er väg" : "Ni kom in mitt i trädet. Börja om för att gå hela vägen");
      tillbaka.hidden = har === 0;
      om.hidden = har === 0 && forst;
      skriv.hidden = !slut;
    }
    function visa(flytta) {
      var nod = nodFor(stig[har].nod);
      noder.forEach(function (annan) { annan.hidden = annan !== nod; });
      rita();
      if (flytta) {
        rubrik(nod).focus({ preventScroll: true });
        ruta.scrollIntoView({ block: "start" });
      }
    }
    function folj(flytta) {
      var nod = nodFor(hash());
      if (nod) {
        ga(nod.id);
      } else if (!location.hash) {
        har = 0;
        if (stig[0].nod !== start) { stig = [{ nod: start, svar: "" }]; }
      } else {
        return;
      }
      visa(flytta);
    }
    function rensa() {
      trad.querySelectorAll("input[type=checkbox]").forEach(function (bock) { bock.checked = false; });
    }
    function till(namn) {
      if (hash() === namn) { folj(true); } else { location.hash = namn; }
    }

    trad.addEventListener("click", function (handelse) {
      var lank = handelse.target.closest(".trad__svar a");
      if (!lank || handelse.ctrlKey || handelse.metaKey || handelse.shiftKey) { return; }
      var malet = decodeURIComponent(lank.hash.slice(1));
      var fran = lank.closest("[data-trad-nod]").id;
      if (fran === stig[har].nod && nodFor(malet)) {
        valj(fran, lank.textContent.trim(), malet);
        if (hash() === malet) { handelse.preventDefault(); visa(true); }
      }
    });
    tillbaka.addEventListener("click", function () { if (har > 0) { till(stig[har - 1].nod); } });
    om.addEventListener("click", function () {
      stig = [{ nod: start, svar: "" }];
      har = 0;
      rensa();
      till(start);
    });
    skriv.addEventListener("click", function () { window.print(); });
    window.addEventListener("hashchange", function () { folj(true); });

    rensa();
    trad.classList.add("trad--stegvis");
    ruta.hidden = false;
    folj(false);
    visa(false);
    if (nodFor(hash())) {
      /* the browser takes the focus once more when the page has loaded with a name in its address */
      window.addEventListener("load", function () { setTimeout(function () { visa(true); }, 0); });
    }
  }

  document.querySelectorAll("[data-trad]").forEach(starta);
})();
