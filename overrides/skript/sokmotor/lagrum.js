/* Citations of law in a question, however they are written: "10:18a osl", "14 kap 1 § SoL", "artikel 13 …". */
(function () {
  "use strict";
  var handbok = window.handbok = window.handbok || {};
  var TAL = "(\\d{1,3}(?:\\s?[a-hj-z](?![a-zåäö]))?)";
  var KAPITEL = "(?:kap\\.?|kapitel|kapitlet)";
  var TECKEN = "(?:§+|paragraf(?:en)?|par\\.?)";
  var ARTIKEL = "(?:artikeln?|art\\.?)";

  /* Each form with where in it chapter and paragraph stand. */
  var FORMER = [
    { form: TECKEN + "\\s*" + TAL + "\\s*(?:i\\s+)?" + KAPITEL + "\\s*" + TAL, kapitel: 2, paragraf: 1 },
    { form: TAL + "\\s*" + KAPITEL + "[\\s,]*" + TECKEN + "?\\s*" + TAL + "\\s*" + TECKEN + "?", kapitel: 1, paragraf: 2 },
    { form: KAPITEL + "\\s*" + TAL + "[\\s,]*" + TECKEN + "?\\s*" + TAL + "\\s*" + TECKEN + "?", kapitel: 1, paragraf: 2 },
    { form: "(?<![\\d:])" + TAL + "\\s?:\\s?" + TAL + "(?![\\d:])\\s*" + TECKEN + "?", kapitel: 1, paragraf: 2 },
    { form: TAL + "\\s*" + TECKEN, kapitel: 0, paragraf: 1 },
    { form: "(?:" + TECKEN + "|" + ARTIKEL + ")\\s*" + TAL, kapitel: 0, paragraf: 1 }
  ].map(function (en) {
    return { form: new RegExp(en.form, "u"), kapitel: en.kapitel, paragraf: en.paragraf };
  });
  var BARA_TAL = new RegExp("(?<![\\d:])" + TAL + "(?![\\d:])", "gu");
  var CITATORD = ["artikel", "artikeln", "art", "kap", "kapitel", "paragraf", "par"];
  var LANGSTA_NAMN = 12;
  var FLEST = 8;

  function smalna(tal) { return tal.replace(/\s/g, ""); }

  /* The act that is named: its slugs, those in force first, and which words name it. */
  function namnd(stammar, lagar) {
    for (var langd = Math.min(stammar.length, LANGSTA_NAMN); langd > 0; langd -= 1) {
      for (var i = 0; i + langd <= stammar.length; i += 1) {
        var namn = stammar.slice(i, i + langd).join(" ");
        if (Object.prototype.hasOwnProperty.call(lagar, namn)) { return { slugar: lagar[namn], fran: i, till: i + langd }; }
      }
    }
    return null;
  }

  /* An act that only some of its name's words point out: "Europarådets konvention människohandel". */
  function antydd(stammar, register) {
    var barande = stammar.filter(function (stam) { return !/\d/.test(stam) && !register.stoppord.has(stam) && CITATORD.indexOf(stam) < 0; });
    var namn = barande.length < 2 ? null : Object.keys(register.lagar).find(function (hela) {
      var ord = hela.split(" ");
      return barande.every(function (stam) { return ord.indexOf(stam) >= 0; });
    });
    return namn ? { slugar: register.lagar[namn], fran: 0, till: stammar.length } : null;
  }

  function nummer(text, lag) {
    for (var i = 0; i < FORMER.length; i += 1) {
      var traff = FORMER[i].form.exec(text);
      if (traff) {
        var kapitel = FORMER[i].kapitel ? smalna(traff[FORMER[i].kapitel]) : "";
        return { kapitel: kapitel, paragraf: smalna(traff[FORMER[i].paragraf]), text: traff[0] };
      }
    }
    var tal = lag ? text.match(BARA_TAL) || [] : [];
    if (tal.length === 1) { return { kapitel: "", paragraf: smalna(tal[0]), text: tal[0] }; }
    if (tal.length === 2) { return { kapitel: smalna(tal[0]), paragraf: smalna(tal[1]), text: text }; }
    return null;
  }

  /* Ids of the paragraphs that may be meant, the likeliest first. */
  function kandidater(tal, lag, ids) {
    var slut = (tal.kapitel ? "-" + tal.kapitel : "") + "-" + tal.paragraf;
    if (!lag) { return tal.kapitel ? ids.lagrum.filter(function (id) { return id.endsWith(slut); }).slice(0, FLEST) : []; }
    var raka = lag.slugar.map(function (slug) { return "lagrum/" + slug + slut; });
    var finns = raka.filter(function (id) { return ids.alla.has(id); });
    if (finns.length || tal.kapitel) { return finns; }
    return ids.lagrum.filter(function (id) {
      return lag.slugar.some(function (slug) { return id.startsWith("lagrum/" + slug + "-"); }) && id.endsWith(slut);
    }).slice(0, FLEST);
  }

  /* What a question cites: ids, the citation as it is written, and which words name the act. */
  handbok.lagrum = function (text, stammar, register) {
    var lag = namnd(stammar, register.lagar) || (/\d/.test(text) ? antydd(stammar, register) : null);
    var tal = nummer(text.toLowerCase(), lag);
    var ids = tal ? kandidater(tal, lag, register.ids) : [];
    return { ids: ids, text: ids.length ? tal.text : "", lag: lag };
  };
})();
