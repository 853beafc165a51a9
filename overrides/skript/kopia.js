/* A copy kept on the device: says its day on every page, and when a newer one is there. Keeps nothing itself;
   what sparat.js needs as well is in window.handbok.kopia. Copies are made by sw.js, which the build writes. */
(function () {
  "use strict";
  var handbok = window.handbok = window.handbok || {};
  var EGET = document.currentScript.src;
  var ROT = EGET.slice(0, EGET.lastIndexOf("skript/"));
  var FIL = location.protocol === "file:";
  var ruta = document.querySelector("[data-kopia]");
  var dag = document.querySelector("[data-innehallets-dag]");

  /* A page that an update left as it was has the day of an earlier edition; dag.js always has the copy's own. */
  if (dag && handbok.dag) { dag.dateTime = handbok.dag[0]; dag.textContent = handbok.dag[1]; }

  function vakt() {
    try { return !FIL && window.isSecureContext && navigator.serviceWorker || null; } catch (fel) { return null; }
  }
  /* The registration of our own copy; nothing when there is none, or none can be had. */
  function anmald() {
    if (!vakt()) { return Promise.resolve(null); }
    return vakt().getRegistration(ROT).then(function (en) { return en && en.scope === ROT ? en : null; }).catch(function () { return null; });
  }
  function byt(anmalan) {
    vakt().addEventListener("controllerchange", function () { location.reload(); }, { once: true });
    anmalan.waiting.postMessage({ type: "SKIP_WAITING" });
  }
  /* Calls `nar` now or later, each time a newer copy lies ready. */
  function nyVersion(anmalan, nar) {
    function folj(ny) {
      if (!ny) { return; }
      ny.addEventListener("statechange", function () { if (ny.state === "installed" && anmalan.active) { nar(); } });
    }
    if (anmalan.waiting && anmalan.active) { nar(); }
    folj(anmalan.installing);
    anmalan.addEventListener("updatefound", function () { folj(anmalan.installing); });
  }
  handbok.kopia = { rot: ROT, fil: FIL, vakt: vakt, anmald: anmald, byt: byt, nyVersion: nyVersion, dag: dag ? dag.textContent : "" };

  function visa(text) {
    if (!ruta) { return; }
    ruta.hidden = false;
    ruta.querySelector("[data-kopia-text]").textContent = text;
  }
  if (!FIL) {
    var blad = document.createElement("link");  /* from a folder browsers refuse a manifest, and complain */
    blad.rel = "manifest";
    blad.href = ROT + "handbok.webmanifest";
    document.head.append(blad);
  }
  if (FIL) { visa("Du läser en kopia. Innehållet är från " + handbok.kopia.dag + "."); }
  anmald().then(function (anmalan) {
    if (!anmalan || !anmalan.active || !ruta) { return; }
    visa("Du läser en sparad kopia. Innehållet är från " + handbok.kopia.dag + ".");
    nyVersion(anmalan, function () {
      visa("Ny version finns. Du läser en sparad kopia från " + handbok.kopia.dag + ".");
      var knapp = ruta.querySelector("[data-kopia-byt]");
      knapp.hidden = false;
      knapp.addEventListener("click", function () { byt(anmalan); }, { once: true });
    });
  });
})();
