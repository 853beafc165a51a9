/* Room for the hits of a question in the address, before the page is drawn: nothing moves when they come. */
(function () {
  "use strict";
  var sida = document.currentScript.closest("[data-sok-sida]");
  var fraga = new URLSearchParams(location.search).get("q");
  if (fraga || !sida.querySelector("[data-sok-adress]")) { sida.classList.add("soksida--fragas"); }
})();
