/* Hits as elements: help lines first, then the best, then the rest by kind. Text is only ever set as text. */
(function () {
  "use strict";
  var handbok = window.handbok = window.handbok || {};
  var ORD = /[\p{L}\p{N}]+/gu;
  var BAST = 3;
  var FORE = 50;
  var RADLANGD = 170;
  var KORTAST_RAD = 25;
  var KORTAST_INUTI = 4;

  function element(namn, klass, text) {
    var ny = document.createElement(namn);
    if (klass) { ny.className = klass; }
    if (text) { ny.textContent = text; }
    return ny;
  }

  /* Whether a word of a text is one that was found: it begins with the term, or holds it as a part. */
  function traffad(ord, termer) {
    var vikt = handbok.vik(ord.toLowerCase());
    return termer.some(function (term) {
      return vikt.startsWith(term) ? term.length > 2 || vikt === term : term.length >= KORTAST_INUTI && vikt.indexOf(term) > 0;
    });
  }

  /* A text with the words that were found marked. */
  function markerad(mal, text, termer) {
    var sist = 0;
    Array.from(text.matchAll(ORD)).forEach(function (ord) {
      if (!traffad(ord[0], termer)) { return; }
      mal.append(text.slice(sist, ord.index), element("mark", "", ord[0]));
      sist = ord.index + ord[0].length;
    });
    mal.append(text.slice(sist));
    return mal;
  }

  /* The sentence that holds most of what was found, cut around the first of it; without one the summary, which comes
     first in the text. A word or two says nothing alone and comes after the summary. */
  function sammanhang(traff, text) {
    var kort = text.slice(0, text.indexOf("\n"));
    var basta = { antal: 0, mening: kort };
    text.split(/\n|(?<=[.!?])\s(?=\p{Lu})/u).forEach(function (mening) {
      var vikt = handbok.vik(mening.toLowerCase());
      var antal = traff.termer.filter(function (term) { return term.length > 2 && vikt.indexOf(term) >= 0; }).length;
      if (antal > basta.antal) { basta = { antal: antal, mening: mening }; }
    });
    var ensamt = basta.mening !== kort && basta.mening.length < KORTAST_RAD;
    return kring(ensamt ? kort + " · " + basta.mening : basta.mening, traff.termer);
  }
  function kring(mening, termer) {
    if (mening.length <= RADLANGD) { return mening; }
    var forsta = Array.from(mening.matchAll(ORD)).find(function (ord) { return traffad(ord[0], termer); });
    var plats = forsta ? forsta.index : 0;
    var fran = plats > FORE ? mening.lastIndexOf(" ", plats - FORE) + 1 : 0;
    var till = mening.lastIndexOf(" ", fran + RADLANGD);
    return (fran ? "… " : "") + mening.slice(fran, till > fran ? till : fran + RADLANGD) + (till < mening.length ? " …" : "");
  }

  /* A hit's line of context, now if its text has come, or when it does. */
  function sammanhangsrad(traff, val) {
    var rad = element("p", "traff__rad");
    function fyll() {
      var text = val.text(traff.nummer);
      if (text) { markerad(rad, sammanhang(traff, text), traff.termer); }
      return text;
    }
    if (!fyll()) { val.texter([traff]).then(fyll, function () { /* the hit stands without it */ }); }
    return rad;
  }

  function trafflinje(traff, val) {
    var rad = element("li", "traff");
    rad.setAttribute("data-id", traff.id);
    var lank = markerad(element("a", "traff__titel"), traff.titel, traff.termer);
    lank.href = val.rot + traff.adress;
    rad.append(lank, " ", element("span", "traff__plats", traff.plats), sammanhangsrad(traff, val));
    return rad;
  }

  function lista(traffar, val) {
    var ut = element("ul", "traffar");
    traffar.forEach(function (traff) { ut.append(trafflinje(traff, val)); });
    return ut;
  }
  function grupp(namn, traffar, val) {
    var ut = element("section", "traffgrupp");
    var rubrik = element(val.rubrik, "traffgrupp__rubrik", namn);
    rubrik.id = val.marke + "-" + namn.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    var rader = lista(traffar, val);
    rader.setAttribute("aria-labelledby", rubrik.id);
    ut.append(rubrik, rader);
    return ut;
  }

  /* Whom to call: name and number, the number as a link. */
  function hjalp(linjer, rubrik, val) {
    var ut = element("section", "sokhjalp");
    ut.append(element(val.rubrik, "sokhjalp__rubrik", rubrik));
    var rader = element("ul", "sokhjalp__linjer");
    linjer.forEach(function (linje) {
      var rad = element("li", "sokhjalp__linje");
      rad.setAttribute("data-id", linje[0]);
      var namn = element("a", "sokhjalp__namn", linje[2]);
      namn.href = val.rot + linje[1];
      var nummer = element("a", "sokhjalp__nummer", linje[3]);
      nummer.href = "tel:" + linje[4];
      rad.append(namn, " ", nummer, linje[5] ? " " + linje[5] : "");
      rader.append(rad);
    });
    ut.append(rader);
    return ut;
  }

  /* The best few in order of rank, then each kind in the order of its best. */
  function grupperade(traffar, val) {
    var ut = document.createDocumentFragment();
    var slag = new Map();
    traffar.slice(BAST).forEach(function (traff) { slag.set(traff.slag, (slag.get(traff.slag) || []).concat([traff])); });
    ut.append(grupp(traffar.length > BAST ? "Bästa träffarna" : "Träffar", traffar.slice(0, BAST), val));
    slag.forEach(function (nagra, namn) { ut.append(grupp(namn, nagra, val)); });
    return ut;
  }

  /* Words that there are, each a search of its own. */
  function narmast(ord, val) {
    var ut = element("p", "sok__nara", "Menade du ");
    ord.forEach(function (ett, i) {
      var lank = element("a", "", ett);
      lank.href = val.rot + "sok.html?q=" + encodeURIComponent(ett);
      ut.append(i === 0 ? "" : i === ord.length - 1 ? " eller " : ", ", lank);
    });
    ut.append("?");
    return ut;
  }

  function inget(svar, fraga, val) {
    var ut = document.createDocumentFragment();
    ut.append(element("p", "sok__inget", "Inget i handboken svarar mot ”" + fraga.trim().slice(0, 80) + "”."));
    if (svar.nara.length) { ut.append(narmast(svar.nara, val)); }
    ut.append(hjalp(val.nodhjalp, "Behöver du hjälp nu?", val));
    var vagar = element("p", "sok__vagar", "Du kan också se alla ");
    var lank = element("a", "", "kontakter");
    lank.href = val.rot + "kontakt/index.html";
    vagar.append(lank, ".");
    ut.append(vagar);
    return ut;
  }

  /* val: rot (address of the site's top), rubrik (element of headings), marke (first part of ids), antal, typ; text and
     texter of the engine */
  handbok.visaTraffar = function (svar, fraga, val) {
    var ut = document.createDocumentFragment();
    if (svar.hjalp.length) { ut.append(hjalp(svar.hjalp, "Är det bråttom? Ring", val)); }
    var traffar = svar.traffar.filter(function (traff) { return !val.typ || traff.typ === val.typ; });
    if (!traffar.length) { ut.append(inget(svar, fraga, val)); return ut; }
    var nagra = traffar.slice(0, val.antal);
    ut.append(val.typ ? grupp(nagra[0].slag, nagra, val) : grupperade(nagra, val));
    return ut;
  };
})();
