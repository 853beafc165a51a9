/* Choosing among the posts of a list. Without this script the whole list is there and the choice is not shown.

   <div data-urval="ändring ändringar">             what one and many of them are called
     <… data-urval-val hidden>                      shown by the script; holds
       <input type="checkbox" name="for-vem" value="polis">   ticked values of one name: any of them will do; of several names: each
       <input type="search" name="text">            if wanted: words that all must stand in the post, dots or not;
                                                     with data-urval-forsta Enter opens the first one left
       <… data-urval-antal role="status">           told how many are shown
       <button type="button" data-urval-alla>       takes every choice back
     <section data-urval-grupp>                     if wanted: hidden when nothing in it is shown
       <li data-urval-post data-for-vem="polis|socialtjänst">
   Nothing is stored or sent. */
(function () {
  "use strict";

  function slat(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  function starta(urval) {
    var val = urval.querySelector("[data-urval-val]");
    var antal = urval.querySelector("[data-urval-antal]");
    var alla = urval.querySelector("[data-urval-alla]");
    var poster = Array.prototype.slice.call(urval.querySelectorAll("[data-urval-post]"));
    var grupper = Array.prototype.slice.call(urval.querySelectorAll("[data-urval-grupp]"));
    var ord = (urval.getAttribute("data-urval") || "post poster").split(" ");
    if (!val || !poster.length) { return; }

    function valda() {
      var svar = {};
      val.querySelectorAll("input[type=checkbox]:checked").forEach(function (bock) {
        (svar[bock.name] = svar[bock.name] || []).push(bock.value);
      });
      return svar;
    }
    function sokord() {
      var falt = val.querySelector("input[type=search]");
      return falt ? slat(falt.value).split(/\s+/).filter(Boolean) : [];
    }
    function passar(post, svar, ord_) {
      var namn = Object.keys(svar).every(function (falt) {
        var har = (post.getAttribute("data-" + falt) || "").split("|");
        return svar[falt].some(function (varde) { return har.indexOf(varde) >= 0; });
      });
      var text = ord_.length ? slat(post.textContent) : "";
      return namn && ord_.every(function (ett) { return text.indexOf(ett) >= 0; });
    }
    function rakna() {
      var svar = valda();
      var ord_ = sokord();
      var kvar = poster.filter(function (post) {
        var ja = passar(post, svar, ord_);
        post.hidden = !ja;
        return ja;
      }).length;
      grupper.forEach(function (grupp) { grupp.hidden = !grupp.querySelector("[data-urval-post]:not([hidden])"); });
      var alltValt = kvar === poster.length;
      if (antal) { antal.textContent = (alltValt ? "Visar alla " + kvar : "Visar " + kvar + " av " + poster.length) + " " + (poster.length === 1 ? ord[0] : ord[1]); }
      if (alla) { alla.hidden = !ord_.length && !Object.keys(svar).length; }
    }

    val.querySelectorAll("input[type=checkbox]").forEach(function (bock) { bock.checked = false; });
    val.addEventListener("change", rakna);
    val.addEventListener("input", rakna);
    val.addEventListener("keydown", function (handelse) {
      var forst = handelse.key === "Enter" && handelse.target.hasAttribute("data-urval-forsta")
        && urval.querySelector("[data-urval-post]:not([hidden]) a");
      if (forst) { handelse.preventDefault(); forst.click(); }
    });
    if (alla) {
      alla.addEventListener("click", function () {
        val.querySelectorAll("input").forEach(function (falt) {
          if (falt.type === "checkbox") { falt.checked = false; } else { falt.value = ""; }
        });
        rakna();
        var forsta = val.querySelector("input");
        if (forsta) { forsta.focus(); }
      });
    }
    val.hidden = false;
    rakna();
  }

  document.querySelectorAll("[data-urval]").forEach(starta);
})();
