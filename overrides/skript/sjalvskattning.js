/* Turns the statements of an assessment into a form and says what the answers come to.
   Without this script they are a list, and the sheet is used instead.

   <div data-skattning data-raknas="summa|medel|niva" data-lagst="1" data-hogst="5"
        data-lagst-betyder="aldrig" data-hogst-betyder="ofta" data-kan-inte>   data-kan-inte: may be left out of the count
     <section data-skattning-omrade="Namnet">
       <li data-skattning-fraga><p data-skattning-text>…</p><ol data-skattning-nivaer><li>…</ol>   levels if they are described
     <section data-skattning-svar hidden>       delar/skattningssvar.html
     <div data-skattning-band data-fran="1" data-till="1.9"><span data-skattning-bandnamn>   what a result means
   Nothing is stored or sent. */
(function () {
  "use strict";
  var antalFormular = 0;

  function nytt(slag, klass, text) {
    var del = document.createElement(slag);
    if (klass) { del.className = klass; }
    if (text) { del.textContent = text; }
    return del;
  }
  function tal(varde) { return String(Math.round(varde * 10) / 10).replace(".", ","); }
  function medel(varden) { return varden.reduce(function (a, b) { return a + b; }, 0) / varden.length; }

  function starta(rot) {
    var lagst = Number(rot.getAttribute("data-lagst"));
    var hogst = Number(rot.getAttribute("data-hogst"));
    var raknas = rot.getAttribute("data-raknas");
    var svar = rot.querySelector("[data-skattning-svar]");
    var fragor = [];
    if (!svar) { return; }
    antalFormular += 1;

    function val(namn, varde, text) {
      var etikett = nytt("label", "skattning__val");
      var knapp = nytt("input");
      knapp.type = "radio";
      knapp.name = namn;
      knapp.value = varde;
      knapp.autocomplete = "off";
      etikett.append(knapp, nytt("span", "", text));
      return etikett;
    }
    function bygg(rad, omrade) {
      var namn = "skattning-" + antalFormular + "-" + fragor.length;
      var text = rad.querySelector("[data-skattning-text]");
      var nivaer = rad.querySelector("[data-skattning-nivaer]");
      var grupp = nytt("fieldset", "skattning__fraga" + (nivaer ? " skattning__fraga--nivaer" : ""));
      grupp.append(nytt("legend", "", text.textContent));
      for (var varde = lagst; varde <= hogst; varde += 1) {
        var ord = nivaer ? ". " + nivaer.children[varde - lagst].textContent
          : varde === lagst ? " " + rot.getAttribute("data-lagst-betyder")
          : varde === hogst ? " " + rot.getAttribute("data-hogst-betyder") : "";
        grupp.append(val(namn, varde, varde + ord));
      }
      if (rot.hasAttribute("data-kan-inte")) { grupp.append(val(namn, "", "Kan inte bedömas")); }
      text.remove();
      if (nivaer) { nivaer.remove(); }
      rad.prepend(grupp);
      fragor.push({ grupp: grupp, text: text.textContent, omrade: omrade });
    }
    function last() {
      return fragor.map(function (fraga) {
        var vald = fraga.grupp.querySelector("input:checked");
        return { fraga: fraga, gjord: Boolean(vald), varde: vald && vald.value !== "" ? Number(vald.value) : null };
      });
    }
    function visaBand(resultat, helt) {
      var plats = svar.querySelector("[data-skattning-visar]");
      var funnet = null;
      rot.querySelectorAll("[data-skattning-band]").forEach(function (band) {
        var inom = helt && Number(band.getAttribute("data-fran")) <= resultat && resultat <= Number(band.getAttribute("data-till"));
        band.classList.toggle("skattning__traff", inom);
        if (inom) { funnet = band; }
      });
      plats.hidden = !funnet;
      plats.textContent = funnet ? funnet.querySelector("[data-skattning-bandnamn]").textContent + ". "
        + funnet.querySelector("dd").textContent.trim() : "";
    }
    function visaOmraden(raknade) {
      var lista = svar.querySelector("[data-skattning-lista]");
      var omraden = {};
      raknade.forEach(function (ett) { (omraden[ett.fraga.omrade] = omraden[ett.fraga.omrade] || []).push(ett.varde); });
      lista.textContent = "";
      Object.keys(omraden).sort(function (a, b) { return medel(omraden[a]) - medel(omraden[b]); }).forEach(function (namn) {
        var rad = nytt("li", "", namn + ": ");
        rad.append(nytt("b", "", tal(medel(omraden[namn]))));
        lista.append(rad);
      });
      svar.querySelector("[data-skattning-rubrikvis]").hidden = !raknade.length;
    }
    function visaStopp(raknade) {
      var lista = svar.querySelector("[data-skattning-stopplista]");
      var laga = raknas === "summa" ? raknade.filter(function (ett) { return ett.varde <= lagst + 1; }) : [];
      lista.textContent = "";
      laga.forEach(function (ett) { lista.append(nytt("li", "", ett.fraga.text + " (" + ett.varde + ")")); });
      svar.querySelector("[data-skattning-stopp]").hidden = !laga.length;
    }
    function rakna() {
      var alla = last();
      var gjorda = alla.filter(function (ett) { return ett.gjord; });
      var raknade = alla.filter(function (ett) { return ett.varde !== null; });
      var varden = raknade.map(function (ett) { return ett.varde; });
      var utelamnade = gjorda.length - raknade.length;
      var helt = gjorda.length === alla.length && varden.length > 0;
      var resultat = !varden.length ? 0 : raknas === "summa" ? varden.reduce(function (a, b) { return a + b; }, 0)
        : Math.round(medel(varden) * 10) / 10;
      var namn = { summa: "Summan är ", medel: "Medelvärdet är ", niva: "Nivån är i medeltal " }[raknas];
      var text = gjorda.length + " av " + alla.length + " besvarade.";
      if (varden.length) { text = namn + tal(resultat) + (helt ? ". " : " så här långt. ") + text; }
      if (utelamnade) { text += " " + utelamnade + " kan inte bedömas och är inte medräknade."; }
      svar.querySelector("[data-skattning-summa]").textContent = text;
      visaBand(resultat, helt);
      visaOmraden(raknade);
      visaStopp(raknade);
    }
    function rensa() {
      rot.querySelectorAll("input[type=radio]").forEach(function (knapp) { knapp.checked = false; });
      rakna();
      rot.querySelector("input[type=radio]").focus();
    }

    rot.querySelectorAll("[data-skattning-omrade]").forEach(function (omrade) {
      omrade.querySelectorAll("[data-skattning-fraga]").forEach(function (rad) {
        bygg(rad, omrade.getAttribute("data-skattning-omrade"));
      });
    });
    rot.addEventListener("change", rakna);
    svar.querySelector("[data-skattning-rensa]").addEventListener("click", rensa);
    svar.querySelector("[data-skattning-skriv]").addEventListener("click", function () { window.print(); });
    rot.classList.add("skattning--formular");
    svar.hidden = false;
    rakna();
  }

  document.querySelectorAll("[data-skattning]").forEach(starta);
})();
