/* The menu of narrow screens closes on Escape, and when somebody goes on beside it. It opens without this script. */
(function () {
  "use strict";
  document.querySelectorAll(".huvud__lada").forEach(function (lada) {
    var knapp = lada.querySelector("summary");
    lada.addEventListener("keydown", function (tangent) {
      if (tangent.key === "Escape" && lada.open) { lada.open = false; knapp.focus(); }
    });
    document.addEventListener("focusin", function (handelse) { if (!lada.contains(handelse.target)) { lada.open = false; } });
    document.addEventListener("click", function (handelse) { if (!lada.contains(handelse.target)) { lada.open = false; } });
  });
})();
