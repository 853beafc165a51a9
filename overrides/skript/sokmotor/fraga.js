/* A question -> what to ask the register for: for each word the forms it may stand under, each with a weight. */
(function () {
  "use strict";
  var handbok = window.handbok = window.handbok || {};
  var LANGST = 200;
  var FLEST_ORD = 16;
  var FLEST_I_FRAS = 4;
  var NUMMER = /\+?\d[\d\s-]*\d/g;
  var FORLED = 3;
  var EFTERLED = 4;

  /* How much a form weighs beside the word as it is written. */
  var VIKT = { ord: 1, hopskriven: 1.6, led: 0.55, synonym: 0.7, synonymfras: 0.5, avsikt: 0.35 };

  /* Telephone numbers that somebody has, and the text without them. */
  function telefoner(text, register) {
    var nummer = [];
    var rest = text.replace(NUMMER, function (skrivet) {
      var siffror = skrivet.replace(/\D/g, "");
      var inrikes = skrivet.charAt(0) === "+" ? siffror.replace(/^46/, "0") : siffror;
      var kant = inrikes.length > 2 && register.telefoner.some(function (eget) { return eget.startsWith(inrikes); });
      if (kant) { nummer.push(inrikes); }
      return kant ? " " : skrivet;
    });
    return { nummer: nummer, rest: rest };
  }

  /* An unknown compound cut in two known words, at the seam that leaves the longest shorter part. */
  function led(ord, register, sprak) {
    var bast = null;
    for (var i = FORLED; i <= ord.length - EFTERLED; i += 1) {
      var fore = ord.slice(0, i);
      var efter = sprak.stam(ord.slice(i));
      var former = [fore, fore.slice(0, -1), fore.slice(0, -1) + "a", fore + "a", fore + "e"];
      var stam = register.ord.has(efter) && former.map(sprak.stam).find(function (s) { return s.length >= FORLED && register.ord.has(s); });
      var kortast = Math.min(i, ord.length - i);
      if (stam && (!bast || kortast > bast.kortast)) { bast = { kortast: kortast, stammar: [stam, efter] }; }
    }
    return bast ? bast.stammar : [];
  }

  /* Words written apart: "människo handel", "kvinno frids linjen". Each word of the run gets the whole. */
  function hopskrivna(enheter, register, sprak) {
    enheter.forEach(function (en, i) {
      for (var till = i + 2; till <= Math.min(i + 3, enheter.length); till += 1) {
        var bitar = enheter.slice(i, till);
        ["", "s"].forEach(function (fog) {
          var stam = sprak.stam(bitar.map(function (bit) { return bit.ord; }).join(fog));
          if (stam.length > 5 && register.ord.has(stam)) {
            bitar.forEach(function (bit) { bit.former.push({ stam: stam, vikt: VIKT.hopskriven }); });
          }
        });
      }
    });
  }

  /* Everyday words that mean the same. A phrase lends its forms to the words it is made of. */
  function synonymer(enheter, register) {
    for (var i = 0; i < enheter.length; i += 1) {
      for (var till = i + 1; till <= Math.min(i + FLEST_I_FRAS, enheter.length); till += 1) {
        var bitar = enheter.slice(i, till);
        var fras = bitar.map(function (bit) { return bit.stam; }).join(" ");
        (register.synonymer.get(fras) || []).forEach(function (annan) { lana(bitar, annan.split(" "), register); });
      }
    }
  }
  function lana(bitar, stammar, register) {
    var barande = bitar.filter(function (bit) { return !bit.stopp; });
    (barande.length ? barande : bitar).forEach(function (bit) {
      bit.stopp = false;
      bit.synonymer += 1;
      stammar.forEach(function (stam) {
        if (!register.stopp.has(stam)) { bit.former.push({ stam: stam, vikt: stammar.length > 1 ? VIKT.synonymfras : VIKT.synonym }); }
      });
    });
  }

  /* A word with many synonyms must not outweigh the others of the question. */
  function spadUt(en) {
    en.former.forEach(function (form) {
      if (form.vikt < 1 && en.synonymer > 1) { form.vikt /= Math.sqrt(en.synonymer); }
    });
  }

  function later(vikta, fraser) {
    var text = " " + vikta.join(" ") + " ";
    return fraser.some(function (fras) { return text.indexOf(" " + fras + " ") >= 0; });
  }

  /* Which kinds of thing the words ask for; such a word need not itself be found. */
  function avsikter(enheter, register) {
    var typer = {};
    Object.keys(register.avsikter).forEach(function (typ) {
      var stammar = enheter.map(function (en) { return en.stam; });
      register.avsikter[typ].forEach(function (fras) {
        var plats = (" " + stammar.join(" ") + " ").indexOf(" " + fras + " ");
        if (plats < 0) { return; }
        typer[typ] = true;
        enheter.forEach(function (en) { if (fras.split(" ").indexOf(en.stam) >= 0) { en.vikt = VIKT.avsikt; } });
      });
    });
    return typer;
  }

  function enhet(ord, register, sprak) {
    var stam = sprak.stam(ord);
    var en = { ord: ord, stam: stam, stopp: register.stoppord.has(sprak.vik(ord)), vikt: 1, synonymer: 0, former: [] };
    en.kand = register.ord.has(stam);
    en.gissas = !en.kand || register.sallsynt.charAt(register.ord.get(stam)) === "1";
    return en;
  }

  handbok.tolka = function (text, register, sprak) {
    var ren = String(text).slice(0, LANGST);
    var telefon = telefoner(ren, register);
    var allt = sprak.dela(telefon.rest).slice(0, FLEST_ORD);
    var citat = handbok.lagrum(telefon.rest, allt.map(sprak.stam), register);
    var kvar = citat.ids.length ? allt.filter(function (_, i) { return !citat.lag || i < citat.lag.fran || i >= citat.lag.till; }) : allt;
    if (citat.ids.length) {
      var citerat = sprak.dela(citat.text);
      kvar = kvar.filter(function (ord) { return citerat.indexOf(ord) < 0; });
    }
    var enheter = kvar.map(function (ord) { return enhet(ord, register, sprak); });
    var typer = avsikter(enheter, register);
    synonymer(enheter, register);
    hopskrivna(enheter, register, sprak);
    enheter.forEach(spadUt);
    var ord = enheter.filter(function (en) { return !en.stopp; });
    if (!ord.length && !telefon.nummer.length && !citat.ids.length) { ord = enheter; }
    ord.forEach(function (en) {
      if (!en.kand) { led(en.ord, register, sprak).forEach(function (stam) { en.former.push({ stam: stam, vikt: VIKT.led }); }); }
    });
    var hela = citat.lag && !citat.ids.length && citat.lag.till - citat.lag.fran === allt.length;
    var vikta = sprak.dela(ren).slice(0, FLEST_ORD * 2).map(sprak.vik);
    var kanda = new Set();
    ord.forEach(function (en) {
      if (en.kand) { kanda.add(en.stam); }
      en.former.forEach(function (form) { kanda.add(form.stam); });
    });
    return {
      ord: ord,
      kanda: kanda,
      vikta: vikta,
      lagrum: citat.ids,
      lagar: hela ? citat.lag.slugar.map(function (slug) { return "forfattning/" + slug; }) : [],
      telefoner: telefon.nummer,
      typer: typer,
      akut: later(vikta, register.akut),
      barn: later(vikta, register.akutBarn),
      tom: !ord.length && !telefon.nummer.length && !citat.ids.length
    };
  };
})();
