/* The meaning of a marked term on hover, focus and tap. Without this script the word is a link to the term's page.

   <a class="begreppslank" href="…" data-begrepp="what it means">
   Escape closes; the pointer may rest on the meaning; a first tap shows it, a second one follows the link. */
(function () {
  "use strict";
  var ruta = null;
  var oppen = null;
  var vanta = 0;

  function skapa() {
    ruta = document.createElement("div");
    ruta.className = "begreppsruta";
    ruta.id = "begreppsruta";
    ruta.setAttribute("role", "tooltip");
    ruta.hidden = true;
    ruta.addEventListener("pointerenter", function () { clearTimeout(vanta); });
    ruta.addEventListener("pointerleave", stangSnart);
    document.body.append(ruta);
  }
  function placera(lank) {
    var ord = lank.getClientRects()[0] || lank.getBoundingClientRect();
    var bredd = document.documentElement.clientWidth;
    ruta.style.left = Math.max(8, Math.min(ord.left, bredd - ruta.offsetWidth - 8)) + window.scrollX + "px";
    var under = ord.bottom + ruta.offsetHeight + 8 < window.innerHeight || ord.top < ruta.offsetHeight + 8;
    ruta.style.top = (under ? lank.getBoundingClientRect().bottom + 4 : ord.top - ruta.offsetHeight - 4) + window.scrollY + "px";
  }
  function visa(lank, tryck) {
    clearTimeout(vanta);
    if (!ruta) { skapa(); }
    if (oppen && oppen !== lank) { stang(); }
    oppen = lank;
    ruta.textContent = lank.getAttribute("data-begrepp") + (tryck ? " Tryck en gång till för att läsa mer." : "");
    ruta.hidden = false;
    lank.setAttribute("aria-describedby", ruta.id);
    placera(lank);
  }
  function stang() {
    clearTimeout(vanta);
    if (!oppen) { return; }
    oppen.removeAttribute("aria-describedby");
    oppen = null;
    ruta.hidden = true;
  }
  function stangSnart() {
    clearTimeout(vanta);
    vanta = setTimeout(stang, 250);
  }

  document.querySelectorAll("a[data-begrepp]").forEach(function (lank) {
    var finger = false;
    lank.addEventListener("pointerenter", function (handelse) { if (handelse.pointerType === "mouse") { visa(lank, false); } });
    lank.addEventListener("pointerleave", function (handelse) { if (handelse.pointerType === "mouse" && document.activeElement !== lank) { stangSnart(); } });
    lank.addEventListener("pointerdown", function (handelse) { finger = handelse.pointerType !== "mouse"; });
    lank.addEventListener("focus", function () { if (!finger) { visa(lank, false); } });
    lank.addEventListener("blur", stang);
    lank.addEventListener("click", function (handelse) {
      if (finger && oppen !== lank) {
        handelse.preventDefault();
        visa(lank, true);
      }
      finger = false;
    });
  });
  document.addEventListener("keydown", function (handelse) { if (handelse.key === "Escape") { stang(); } });
  document.addEventListener("pointerdown", function (handelse) {
    if (oppen && handelse.target !== oppen && !ruta.contains(handelse.target)) { stang(); }
  });
  window.addEventListener("resize", stang);
})();
