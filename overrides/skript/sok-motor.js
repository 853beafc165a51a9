/* The register made ready for MiniSearch, and a question answered: hits in order of rank, help lines, nearest words. */
(function () {
  "use strict";
  var handbok = window.handbok = window.handbok || {};
  var FALTVIKT = { titel: 5, ord: 5, kort: 2, text: 1, efterled: 2.4, forled: 1.2, del: 0.35 };
  var TEXTFALT = Object.keys(FALTVIKT);
  var RUBRIKFALT = ["titel", "ord"];
  var KORT = 3;
  var LAGRUM = 400;
  var TELEFON = 400;
  var LAG = 150;
  var HANVISAR = 12;
  var AVSIKT = 1.7;
  var HELA_RUBRIKEN = 2;
  var LOPER = 0.3;
  var LANGSTA_RAD = 5;
  var MINST = 0.05;
  var FLEST = 200;

  /* Where a word stands, unpacked from the register's steps only when somebody asks: MiniSearch's own loading makes a
     map for every word of the handbook, which takes a slow telephone a second. It asks for nothing but get. */
  function Stallen(rad) { this.rad = rad; this.falt = null; }
  Stallen.prototype.get = function (nummer) {
    if (!this.falt) { this.falt = new Map(this.rad.slice(1).map(function (lista) { return [lista[0], uppackad(lista)]; })); }
    return this.falt.get(nummer);
  };
  function uppackad(lista) {
    var poster = new Map();
    var post = -1;
    for (var i = 1; i < lista.length; i += 1) {
      if (lista[i] < 0) { poster.set(post, -lista[i]); } else { post += lista[i]; poster.set(post, 1); }
    }
    return poster;
  }
  function som_de_ar(ord) { return ord; }

  function minisearch(data) {
    var antal = data.poster.length;
    var namn = {};
    var langder = {};
    var ids = {};
    data.falt.forEach(function (falt, i) { namn[falt] = i; });
    data.poster.forEach(function (post, i) { ids[i] = i; langder[i] = data.langd[i]; });
    var medel = data.falt.map(function (_, i) {
      return data.langd.reduce(function (summa, langd) { return summa + langd[i]; }, 0) / Math.max(antal, 1);
    });
    var mini = window.MiniSearch.loadJS({
      documentCount: antal, nextId: antal, documentIds: ids, fieldIds: namn, fieldLength: langder,
      averageFieldLength: medel, storedFields: {}, dirtCount: 0, serializationVersion: 2, index: []
    }, {
      fields: data.falt,
      tokenize: function (ord) { return [ord]; },
      processTerm: som_de_ar,
      searchOptions: { tokenize: function (ord) { return [ord]; }, processTerm: som_de_ar }
    });
    data.ord.forEach(function (rad) { mini._index.set(rad[0], new Stallen(rad)); });
    return mini;
  }

  /* In how many documents a word stands, or more: one that stands in several fields is counted in each. */
  function antalPoster(rad) {
    return rad.slice(1).reduce(function (summa, lista) {
      return summa + lista.slice(1).filter(function (steg) { return steg > 0; }).length;
    }, 0);
  }

  /* Everything that is asked of the register while a question is read. */
  function register(data) {
    var idn = data.poster.map(function (post) { return post[0]; });
    var telefon = data.falt.indexOf("telefon");
    var synonymer = new Map();
    data.regler.synonymer.forEach(function (grupp) {
      grupp.forEach(function (fras) {
        var andra = grupp.filter(function (annan) { return annan !== fras; });
        synonymer.set(fras, (synonymer.get(fras) || []).concat(andra));
      });
    });
    return {
      ord: new Map(data.ord.map(function (rad) { return [rad[0], antalPoster(rad)]; })),
      ids: { alla: new Set(idn), lagrum: idn.filter(function (id) { return id.startsWith("lagrum/"); }) },
      telefoner: data.ord.filter(function (rad) {
        return rad.slice(1).some(function (lista) { return lista[0] === telefon; });
      }).map(function (rad) { return rad[0]; }),
      lagar: data.lagar,
      stoppord: new Set(data.regler.stoppord),
      stopp: new Set(data.regler.stoppord),
      synonymer: synonymer,
      avsikter: data.regler.avsikter,
      akut: data.regler.akut,
      akutBarn: data.regler.akutBarn
    };
  }

  function vagd(vikt) { return function () { return vikt; }; }

  /* One word: as it is, as a beginning, misspelt; then everything it may be called. */
  function delfragor(en, sista) {
    var langd = en.stam.length;
    var former = [{
      queries: [en.stam],
      prefix: langd > (sista ? 1 : 3),
      fuzzy: en.gissas && langd > 3 ? (langd > 7 ? 2 : 1) : false,
      boostTerm: vagd(en.vikt)
    }];
    en.former.forEach(function (form) { former.push({ queries: [form.stam], prefix: false, fuzzy: false, boostTerm: vagd(form.vikt * en.vikt) }); });
    var falt = langd < KORT ? RUBRIKFALT : TEXTFALT;
    return former.map(function (form) { return Object.assign(form, { combineWith: "OR", fields: falt, boost: FALTVIKT }); });
  }
  function exakt(termer, falt, vikt, borjan) {
    return termer.map(function (term, i) {
      return { queries: [term], combineWith: "OR", fields: [falt], prefix: Boolean(borjan), fuzzy: false, boostTerm: vagd(vikt / (i + 1)) };
    });
  }
  function fragor(tolkad) {
    var delar = [];
    tolkad.ord.forEach(function (en, i) { delar = delar.concat(delfragor(en, i === tolkad.ord.length - 1)); });
    return delar.concat(
      exakt(tolkad.lagrum, "id", LAGRUM), exakt(tolkad.lagrum, "hanvisar", HANVISAR),
      exakt(tolkad.lagar, "id", LAG), exakt(tolkad.telefoner, "telefon", TELEFON, true)
    );
  }

  /* The words of the register that a word of the question led to; a misspelt one gets those that nobody else claims. */
  function funna(en, traff, kanda) {
    var stammar = [en.stam].concat(en.former.map(function (form) { return form.stam; }));
    return traff.terms.filter(function (term) {
      return stammar.indexOf(term) >= 0 || term.startsWith(en.stam) || (en.gissas && !kanda.has(term));
    });
  }

  /* How much of the question a hit answers, and how much of that in its heading or among its names. */
  function tackning(traff, tolkad, data) {
    var helt = 0;
    var funnet = 0;
    var rubrik = 0;
    if (traff.terms.some(function (term) { return tolkad.lagrum.indexOf(term) >= 0 || tolkad.telefoner.indexOf(term) >= 0; })) {
      return { allt: 1, rubrik: 0, hela: false };
    }
    tolkad.ord.forEach(function (en) {
      var egna = funna(en, traff, tolkad.kanda);
      helt += en.vikt;
      funnet += egna.length ? en.vikt : 0;
      rubrik += egna.some(function (term) { return traff.match[term].indexOf("titel") >= 0 || traff.match[term].indexOf("ord") >= 0; }) ? en.vikt : 0;
    });
    return { allt: helt ? funnet / helt : 1, rubrik: helt ? rubrik / helt : 0, hela: rubrik > 0 && rubriken(traff, data) };
  }

  /* Whether the question says the whole heading, word for word. */
  function rubriken(traff, data) {
    var i_titel = Object.keys(traff.match).filter(function (term) { return traff.match[term].indexOf("titel") >= 0; });
    return i_titel.length === data.langd[traff.id][data.falt.indexOf("titel")];
  }

  /* How many words of the question stand in a row in a heading, from three on: "vem ringer jag". */
  function lopande(nummer, vikta, data) {
    if (vikta.length < 3) { return 0; }
    var rubriker = data.rubriker = data.rubriker || [];
    var rubrik = rubriker[nummer] = rubriker[nummer] || " " + handbok.dela(data.poster[nummer][3]).map(handbok.vik).join(" ") + " ";
    for (var langd = Math.min(vikta.length, LANGSTA_RAD); langd > 2; langd -= 1) {
      for (var i = 0; i + langd <= vikta.length; i += 1) {
        if (rubrik.indexOf(" " + vikta.slice(i, i + langd).join(" ") + " ") >= 0) { return langd; }
      }
    }
    return 0;
  }

  function rangordnad(traff, tolkad, data) {
    var post = data.poster[traff.id];
    var typ = data.typer[post[1]][0];
    var tackt = tackning(traff, tolkad, data);
    var vikt = (1 + LOPER * lopande(traff.id, tolkad.vikta, data)) * Math.pow(tackt.allt, 1.5) * (1 + tackt.rubrik) * (tackt.hela ? 1 + HELA_RUBRIKEN * tackt.rubrik * tackt.rubrik : 1) * post[6];
    vikt *= tolkad.typer[typ] ? AVSIKT : 1;
    return { nummer: traff.id, poang: traff.score * vikt, termer: traff.terms };
  }

  function hit(data, nummer, termer) {
    var post = data.poster[nummer];
    return {
      nummer: nummer, id: post[0], typ: data.typer[post[1]][0], slag: data.typer[post[1]][1], adress: post[2],
      titel: post[3], plats: post[4], kort: post[5], termer: termer
    };
  }

  handbok.motor = function (data) {
    var sprak = handbok.sprak(data.regler.andelser);
    var kant = register(data);
    var mini = minisearch(data);

    /* Words of headings that are spelt almost as what was asked for. */
    function nara(text) {
      var stam = sprak.dela(text).map(sprak.stam).slice(0, 3);
      var funna = mini.search({ combineWith: "OR", queries: stam.map(function (ord) {
        return { queries: [ord], fields: ["titel", "ord", "efterled"], fuzzy: 0.45, prefix: false, combineWith: "OR" };
      }) });
      return funna.slice(0, 5).map(function (traff) { return hit(data, traff.id, traff.terms); });
    }

    function sok(text) {
      var tolkad = handbok.tolka(text, kant, sprak);
      if (tolkad.tom) { return { tom: true, traffar: [], hjalp: [], nara: [] }; }
      var funna = mini.search({ combineWith: "OR", queries: fragor(tolkad) });
      var rad = funna.map(function (traff) { return rangordnad(traff, tolkad, data); });
      rad.sort(function (a, b) { return b.poang - a.poang || a.nummer - b.nummer; });
      rad = rad.filter(function (en) { return en.poang >= rad[0].poang * MINST; });
      var hjalp = tolkad.akut ? (tolkad.barn ? data.hjalpBarn : data.hjalp) : [];
      return {
        tom: false,
        antal: rad.length,
        traffar: rad.slice(0, FLEST).map(function (en) { return hit(data, en.nummer, en.termer); }),
        hjalp: hjalp,
        nara: rad.length ? [] : nara(text)
      };
    }
    return { sok: sok, nodhjalp: data.hjalp };
  };
})();
