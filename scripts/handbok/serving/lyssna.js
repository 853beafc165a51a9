// Only in `scripts/serve.py`: asks for news, shows what is wrong, and loads the page anew when there is another site.
(function () {
  "use strict";
  var sajt = null;
  var ruta = null;

  function visa(text, fel) {
    if (!text) {
      if (ruta) { ruta.remove(); ruta = null; }
      return;
    }
    if (!ruta) {
      ruta = document.createElement("div");
      ruta.id = "handbok-lage";
      ruta.setAttribute("role", "status");
      Object.assign(ruta.style, {
        position: "fixed", left: "0", right: "0", bottom: "0", zIndex: "2147483647", maxHeight: "60vh",
        overflow: "auto", padding: "12px 16px", color: "#fff", whiteSpace: "pre-wrap", font: "15px/1.5 monospace"
      });
      document.body.appendChild(ruta);
    }
    ruta.style.background = fel ? "#8b1a1a" : "#333";
    ruta.textContent = text;
  }

  function fraga(nummer) {
    fetch("/__handbok/lage?nummer=" + nummer)
      .then(function (svar) { return svar.json(); })
      .then(function (nytt) {
        if (sajt === null) { sajt = nytt.sajt; }
        if (nytt.sajt !== sajt) { location.reload(); return; }
        visa(nytt.fel || (nytt.bygger ? "Bygger om …" : ""), Boolean(nytt.fel));
        fraga(nytt.nummer);
      })
      .catch(function () {
        visa("Visningen är avslutad i terminalen. Sidan är den senaste som byggdes.", true);
        setTimeout(function () { fraga(-1); }, 2000);
      });
  }

  fraga(-1);
})();
