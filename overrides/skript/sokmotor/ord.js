/* Words as the register keeps them: the same as scripts/handbok/searching/words.py, and a test compares the two. */
(function () {
  "use strict";
  var handbok = window.handbok = window.handbok || {};
  var ORD = /\d{4}:\d{1,4}|[\p{L}\p{N}]+/gu;
  var SIFFRA = /\p{N}/u;
  var KVAR = 3;
  var MED = "åäáàâæöøóòôéèêëüúùûíìîïñç";
  var UTAN = "aaaaaaoooooeeeeuuuuiiiinc";
  var PRICKAD = new RegExp("[" + MED + "]", "g");

  /* A word without its dots and accents, as long as it was. */
  function vik(ord) {
    return ord.replace(PRICKAD, function (tecken) { return UTAN.charAt(MED.indexOf(tecken)); });
  }

  /* The words of a text in lower case, in order. */
  function dela(text) {
    return text.normalize("NFC").toLowerCase().match(ORD) || [];
  }

  handbok.dela = dela;
  handbok.vik = vik;

  /* The language of a register: its own endings come after the stemmer's. */
  handbok.sprak = function (andelser) {
    var minne = new Map();

    function rakna(ord) {
      if (SIFFRA.test(ord)) { return ord; }
      var stam = handbok.stemmer(ord);
      for (var i = 0; i < andelser.length; i += 1) {
        var slut = andelser[i].replace("-", "");
        var bort = andelser[i].length - andelser[i].indexOf("-") - 1;
        if (stam.endsWith(slut) && stam.length - bort >= KVAR) { return vik(stam.slice(0, -bort)); }
      }
      return vik(stam);
    }
    function stam(ord) {
      if (!minne.has(ord)) { minne.set(ord, rakna(ord)); }
      return minne.get(ord);
    }
    return { dela: dela, vik: vik, stam: stam };
  };
})();
