/* The register's pieces, each a script of its own, fetched when a question wants it: where words stand, and the texts
   that lines of context are cut from. */
(function () {
  "use strict";
  var handbok = window.handbok = window.handbok || {};
  var forrad = { ord: [], text: [] };

  /* Every piece calls this with what it holds. */
  handbok.sokbit = function (slag, nummer, varde) { forrad[slag][nummer] = varde; };

  handbok.sokbitar = function (data, hamta) {
    var saknas = new Set();
    var pa_vag = new Map();
    var varje = data.texterIBit;

    function en(slag, nummer) {
      var namn = data.bitar[slag][nummer];
      if (forrad[slag][nummer]) { return Promise.resolve(); }
      if (!pa_vag.has(namn)) {
        pa_vag.set(namn, hamta(namn).then(function () {
          if (!forrad[slag][nummer]) { throw new Error(namn); }
        }).catch(function (fel) { pa_vag.delete(namn); throw fel; }));
      }
      return pa_vag.get(namn);
    }
    function biten(plats) {
      var fran = 0;
      var till = data.forsta.length - 1;
      while (fran < till) {
        var mitt = Math.ceil((fran + till) / 2);
        if (data.forsta[mitt] <= plats) { fran = mitt; } else { till = mitt - 1; }
      }
      return fran;
    }
    return {
      /* Where the word at a place in the list of words stands; nothing when its piece is not here, and then it is wanted. */
      rad: function (plats) {
        var bit = biten(plats);
        if (!forrad.ord[bit]) { saknas.add(bit); return null; }
        return forrad.ord[bit][plats - data.forsta[bit]];
      },
      saknas: function () { return saknas.size > 0; },
      hamta: function () {
        var alla = Array.from(saknas);
        saknas.clear();
        return Promise.all(alla.map(function (bit) { return en("ord", bit); }));
      },
      /* The summary of a hit and its texts, a line each; undefined until they have come. */
      text: function (nummer) {
        var bit = forrad.text[Math.floor(nummer / varje)];
        return bit && bit[nummer % varje];
      },
      texter: function (traffar) {
        return Promise.all(traffar.map(function (traff) { return en("text", Math.floor(traff.nummer / varje)); }));
      }
    };
  };
})();
