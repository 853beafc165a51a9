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
  var HELA_RADEN = 8;
  var LANGSTA_RAD = 5;
  var MINST = 0.05;
  var FLEST = 200;
  var LANGST = 200;
  var FLEST_NARA = 5;
  var ANDEL_BORT = 0.4;
  var LANGST_BORT = 3;
  var OMGANG = 5;

  /* Where a word stands, unpacked from the register's steps only when somebody asks: MiniSearch's own loading makes a
     map for every word of the handbook, which takes a slow telephone a second. It asks for nothing but get; what lies
     in a piece that is not here yet is noted as wanted, and passed over. */
  function Stallen(hamta) { this.hamta = hamta; this.falt = null; }
  Stallen.prototype.get = function (nummer) {
    var rad = this.falt ? null : this.hamta();
    if (rad) { this.falt = new Map(rad.map(function (lista) { return [lista[0], uppackad(lista)]; })); }
    return this.falt ? this.falt.get(nummer) : undefined;
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
    var antal = data.id.length;
    var namn = {};
    var langder = {};
    var ids = {};
    data.falt.forEach(function (falt, i) { namn[falt] = i; });
    data.id.forEach(function (_, i) { ids[i] = i; langder[i] = data.langd.map(function (spalt) { return spalt[i]; }); });
    var medel = data.langd.map(function (spalt) {
      return spalt.reduce(function (summa, langd) { return summa + langd; }, 0) / Math.max(antal, 1);
    });
    return handbok.MiniSearch.loadJS({
      documentCount: antal, nextId: antal, documentIds: ids, fieldIds: namn, fieldLength: langder,
      averageFieldLength: medel, storedFields: {}, dirtCount: 0, serializationVersion: 2, index: []
    }, {
      fields: data.falt,
      tokenize: function (ord) { return [ord]; },
      processTerm: som_de_ar,
      searchOptions: { tokenize: function (ord) { return [ord]; }, processTerm: som_de_ar }
    });
  }

  /* Everything that is asked of the register while a question is read. */
  function register(data) {
    var telefon = data.falt.indexOf("telefon");
    var synonymer = new Map();
    data.regler.synonymer.forEach(function (grupp) {
      grupp.forEach(function (fras) {
        var andra = grupp.filter(function (annan) { return annan !== fras; });
        synonymer.set(fras, (synonymer.get(fras) || []).concat(andra));
      });
    });
    return {
      ord: new Map(),
      sallsynt: data.sallsynt,
      ids: {
        alla: new Map(data.id.map(function (id, i) { return [id, i]; })),
        lagrum: data.id.filter(function (id) { return id.startsWith("lagrum/"); })
      },
      telefoner: data.rader.filter(function (rad) {
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

  /* Every word into the index, a little at a time, so that the page can be used meanwhile. */
  function fyll(data, kant, mini, bitar) {
    var rader = data.ord.split("\n");
    var fore = "";
    var nasta = 0;
    function ett() {
      var rad = rader[nasta];
      var plats = nasta;
      fore = fore.slice(0, rad.charCodeAt(0) - 48) + rad.slice(1);
      kant.ord.set(fore, plats);
      mini._index.set(fore, new Stallen(function () { return bitar.rad(plats); }));
      nasta += 1;
    }
    function omgang() {
      var slut = performance.now() + OMGANG;
      while (nasta < rader.length && performance.now() < slut) { for (var i = 0; i < 20 && nasta < rader.length; i += 1) { ett(); } }
      return nasta < rader.length ? andas().then(omgang) : undefined;
    }
    /* An id or a number may be a word as well. */
    function en_till(rad) {
      var plats = kant.ord.get(rad[0]);
      mini._index.set(rad[0], new Stallen(function () {
        var som_ord = plats === undefined ? [] : bitar.rad(plats);
        return som_ord && som_ord.concat(rad.slice(1));
      }));
    }
    return Promise.resolve(omgang()).then(function () { data.rader.forEach(en_till); });
  }
  /* Lets the page do what waits; a timer would wait longer each time. */
  function andas() {
    return new Promise(function (klart) {
      var kanal = new MessageChannel();
      kanal.port1.onmessage = function () { kanal.port1.close(); klart(); };
      kanal.port2.postMessage(0);
    });
  }

  /* An id as a word of the index, when a question cites it: the list of documents says where it stands. */
  function pekaUt(ids, data, kant, mini) {
    ids.filter(function (id) { return kant.ids.alla.has(id); }).forEach(function (id) {
      var finns = mini._index.get(id) || new Stallen(function () { return []; });
      finns.get(0);
      finns.falt.set(data.falt.indexOf("id"), new Map([[kant.ids.alla.get(id), 1]]));
      mini._index.set(id, finns);
    });
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
    return i_titel.length === data.langd[data.falt.indexOf("titel")][traff.id];
  }

  /* How many words of the question stand in a row in a heading, from three on: "vem ringer jag". They weigh the more
     the larger a share of the heading they are: a question often begins with the heading that answers it. */
  function lopande(nummer, vikta, data) {
    if (vikta.length < 3) { return 0; }
    var rubriker = data.rubriker = data.rubriker || [];
    var rubrik = rubriker[nummer] = rubriker[nummer] || handbok.dela(data.titel[nummer]).map(handbok.vik);
    var rad = " " + rubrik.join(" ") + " ";
    for (var langd = Math.min(vikta.length, LANGSTA_RAD); langd > 2; langd -= 1) {
      for (var i = 0; i + langd <= vikta.length; i += 1) {
        if (rad.indexOf(" " + vikta.slice(i, i + langd).join(" ") + " ") >= 0) { return langd * (1 + HELA_RADEN * Math.pow(langd / rubrik.length, 2)); }
      }
    }
    return 0;
  }

  function rangordnad(traff, tolkad, data) {
    var typ = data.typer[data.typ[traff.id]][0];
    var tackt = tackning(traff, tolkad, data);
    var vikt = (1 + LOPER * lopande(traff.id, tolkad.vikta, data)) * Math.pow(tackt.allt, 1.5) * (1 + tackt.rubrik) * (tackt.hela ? 1 + HELA_RUBRIKEN * tackt.rubrik * tackt.rubrik : 1) * data.vikt[traff.id];
    vikt *= tolkad.typer[typ] ? AVSIKT : 1;
    return { nummer: traff.id, poang: traff.score * vikt, termer: traff.terms };
  }

  /* Where a document lies: on a page named by its id, or at its own name on another's. */
  function adress(data, nummer) {
    var id = data.id[nummer];
    var sida = Object.keys(data.adress).find(function (ett) { return data.adress[ett].indexOf(nummer) >= 0; });
    return sida === undefined ? id + ".html" : sida + (sida.endsWith("#") ? id.slice(id.lastIndexOf("/") + 1) : "");
  }

  function hit(data, nummer, termer) {
    var typ = data.typer[data.typ[nummer]];
    return {
      nummer: nummer, id: data.id[nummer], typ: typ[0], slag: typ[1], adress: adress(data, nummer),
      titel: data.titel[nummer], plats: data.platser[data.plats[nummer]], termer: termer
    };
  }

  /* The words of headings as they are written, by the form they are kept under; the first that has it. */
  function skrivna(data, sprak) {
    if (!data.skrivna) {
      data.skrivna = new Map();
      data.titel.forEach(function (titel) {
        sprak.dela(titel).forEach(function (ord) {
          var stam = sprak.stam(ord);
          if (!data.skrivna.has(stam)) { data.skrivna.set(stam, ord); }
        });
      });
    }
    return data.skrivna;
  }

  /* Words of headings that are spelt almost as what was asked for, the nearest first. */
  function nara(ord, data, sprak, mini) {
    var avstand = new Map();
    ord.map(sprak.stam).filter(function (stam) { return stam.length >= KORT; }).slice(0, FLEST_NARA).forEach(function (stam) {
      mini._index.fuzzyGet(stam, Math.min(LANGST_BORT, Math.ceil(stam.length * ANDEL_BORT))).forEach(function (funnen, annan) {
        avstand.set(annan, Math.min(funnen[1] / stam.length, avstand.has(annan) ? avstand.get(annan) : Infinity));
      });
    });
    var kand = avstand.size ? skrivna(data, sprak) : new Map();
    return Array.from(avstand.keys()).filter(function (stam) { return kand.has(stam) && !/\d/.test(stam); }).sort(function (a, b) {
      return avstand.get(a) - avstand.get(b) || (a < b ? -1 : 1);
    }).slice(0, FLEST_NARA).map(function (stam) { return kand.get(stam); });
  }

  /* The register made ready, which takes a while. `hamta` fetches a piece by its name. */
  handbok.motor = function (data, hamta) {
    var sprak = handbok.sprak(data.regler.andelser);
    var bitar = handbok.sokbitar(data, hamta);
    var kant = null;
    var mini = null;

    /* What is found with the pieces that are here. */
    function besvara(text) {
      var tolkad = handbok.tolka(text, kant, sprak);
      if (tolkad.tom) { return { tom: true, traffar: [], hjalp: [], nara: [] }; }
      pekaUt(tolkad.lagrum.concat(tolkad.lagar), data, kant, mini);
      var funna = mini.search({ combineWith: "OR", queries: fragor(tolkad) });
      if (bitar.saknas()) { return null; }
      var rad = funna.map(function (traff) { return rangordnad(traff, tolkad, data); });
      rad.sort(function (a, b) { return b.poang - a.poang || a.nummer - b.nummer; });
      rad = rad.filter(function (en) { return en.poang >= rad[0].poang * MINST; });
      return {
        tom: false,
        antal: rad.length,
        traffar: rad.slice(0, FLEST).map(function (en) { return hit(data, en.nummer, en.termer); }),
        hjalp: tolkad.akut ? (tolkad.barn ? data.hjalpBarn : data.hjalp) : [],
        nara: rad.length ? [] : nara(sprak.dela(text.slice(0, LANGST)), data, sprak, mini)
      };
    }
    /* A promise of the answer. Asked again when what it wanted has come. */
    function sok(text) {
      var svar = besvara(text);
      return svar ? Promise.resolve(svar) : bitar.hamta().then(function () { return sok(text); });
    }
    return andas().then(function () { kant = register(data); return andas(); }).then(function () {
      mini = minisearch(data);
      return andas();
    }).then(function () { return fyll(data, kant, mini, bitar); }).then(function () {
      return { sok: sok, nodhjalp: data.hjalp, text: bitar.text, texter: bitar.texter };
    });
  };
})();
