/* The way to leave quickly (bibliotek/lamna.js, from govuk-frontend). Without scripts it is a link. */
(function () {
  "use strict";
  if (!window.GOVUKFrontend) { return; }
  document.body.classList.add("govuk-frontend-supported");
  document.querySelectorAll("[data-lamna]").forEach(function (del) { new window.GOVUKFrontend.ExitThisPage(del); });
})();
