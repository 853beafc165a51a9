/* Buttons that print the page; without this script they are not shown. */
(function () {
  "use strict";
  document.querySelectorAll("[data-skriv]").forEach(function (knapp) {
    knapp.hidden = false;
    knapp.addEventListener("click", function () { window.print(); });
  });
})();
