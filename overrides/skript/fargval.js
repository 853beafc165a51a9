/* Light or dark: as the device says, until somebody chooses. The choice is the only thing kept, and only when made. */
(function () {
  "use strict";
  var NYCKEL = "stadforstad.fargval";
  var rot = document.documentElement;
  var mork = window.matchMedia("(prefers-color-scheme: dark)");
  var tryck = window.matchMedia("print");

  function sparat() {
    try { return localStorage.getItem(NYCKEL); } catch (fel) { return null; }
  }
  function spara(val) {
    try { localStorage.setItem(NYCKEL, val); } catch (fel) { /* storage refused: the choice lasts for this page */ }
  }
  var val = sparat();

  function arMork() {
    return !tryck.matches && (val ? val === "mork" : mork.matches);
  }
  function visa() {
    if (arMork()) { rot.setAttribute("data-md-color-scheme", "slate"); } else { rot.removeAttribute("data-md-color-scheme"); }
    document.querySelectorAll("[data-fargval]").forEach(function (knapp) {
      knapp.hidden = false;
      knapp.setAttribute("aria-pressed", String(arMork()));
    });
  }

  mork.addEventListener("change", visa);
  tryck.addEventListener("change", visa);
  visa();
  document.addEventListener("DOMContentLoaded", function () {
    visa();
    document.querySelectorAll("[data-fargval]").forEach(function (knapp) {
      knapp.addEventListener("click", function () {
        val = arMork() ? "ljus" : "mork";
        spara(val);
        visa();
      });
    });
  });
})();
