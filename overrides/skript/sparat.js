/* The page that shows what is stored on the device, stores a copy when asked, and erases. */
(function () {
  "use strict";
  var kopia = window.handbok.kopia;
  var rot = document.querySelector("[data-sparat]");
  var NYCKLAR = "stadforstad.";
  var klocka = null;
  if (!rot || !kopia) { return; }

  function del(namn) { return rot.querySelector("[data-sparat-" + namn + "]"); }
  function sag(text) { del("lage").textContent = text; }
  function visaKnappar(namn) {
    ["spara", "byt", "radera"].forEach(function (ett) { del(ett).hidden = namn.indexOf(ett) < 0; });
  }
  function mb(byte) { return String(Math.max(1, Math.round(byte / 1e6))) + " MB"; }

  /* Names of what is ours: a caches' name ends with the address that its worker serves. */
  function lador() {
    if (!window.caches) { return Promise.resolve([]); }
    return caches.keys().then(function (namn) {
      return namn.filter(function (ett) { return ett.indexOf("stadforstad") === 0 && ett.slice(-kopia.rot.length) === kopia.rot; });
    }).catch(function () { return []; });
  }
  function antalSparade() {
    return lador().then(function (namn) {
      return Promise.all(namn.map(function (ett) { return caches.open(ett).then(function (lada) { return lada.keys(); }); }));
    }).then(function (alla) { return alla.reduce(function (summa, nycklar) { return summa + nycklar.length; }, 0); });
  }
  function fakta() {
    return fetch(kopia.rot + "kopia.json", { cache: "no-store" }).then(function (svar) { return svar.ok ? svar.json() : null; })
      .catch(function () { return null; });
  }

  function stoppa() { clearInterval(klocka); klocka = null; del("matare").hidden = true; }
  function mat(antal) {
    del("matare").hidden = false;
    klocka = setInterval(function () {
      antalSparade().then(function (nu) {
        if (klocka === null) { return; }
        del("matare").value = antal ? Math.min(1, nu / antal) : 0;
        sag("Sparar … " + nu + (antal ? " av " + antal : "") + " filer. Låt sidan vara öppen.");
      });
    }, 700);
  }

  function visa(anmalan, om) {
    stoppa();
    del("storlek").textContent = om ? "Kopian tar ungefär " + mb(om.byte) + " på enheten: sidorna och sökningen, men inte bladen som PDF." : "";
    if (anmalan && anmalan.active) {
      sag("En kopia är sparad. Innehållet är från " + kopia.dag + ".");
      visaKnappar(["radera"]);
      kopia.nyVersion(anmalan, function () {
        sag("Ny version finns. Kopian som är sparad är från " + kopia.dag + (om ? ", den nya från " + om.dag : "") + ".");
        visaKnappar(["byt", "radera"]);
        del("byt").onclick = function () { kopia.byt(anmalan); };
      });
      anmalan.update().catch(function () { /* without a network the copy stays as it is */ });
    } else {
      sag("Ingen kopia är sparad.");
      visaKnappar(["spara"]);
    }
  }
  function spara(om) {
    del("spara").disabled = true;
    sag("Sparar …");
    mat(om ? om.filer : 0);
    kopia.vakt().register(kopia.rot + "sw.js", { scope: kopia.rot, updateViaCache: "none" }).then(function (anmalan) {
      var ny = anmalan.installing || anmalan.waiting || anmalan.active;
      return new Promise(function (klar, fel) {
        function folj() {
          if (ny.state === "activated") { klar(anmalan); }
          if (ny.state === "redundant") { fel(new Error("redundant")); }
        }
        ny.addEventListener("statechange", folj);
        folj();
      });
    }).then(function (anmalan) { visa(anmalan, om); del("radera").focus(); }).catch(function () {
      stoppa();
      sag("Det gick inte att spara. Webbläsaren sade nej, utrymmet tog slut eller nätet bröts. Allt annat fungerar som förut.");
    }).then(function () { del("spara").disabled = false; });
  }
  function radera() {
    stoppa();
    return kopia.anmald().then(function (anmalan) { return anmalan && anmalan.unregister(); }).then(lador).then(function (namn) {
      return Promise.all(namn.map(function (ett) { return caches.delete(ett); }));
    }).then(function () {
      sag("Ingen kopia är sparad.");
      visaKnappar(kopia.vakt() ? ["spara"] : []);
    }).catch(function () { sag("Det gick inte att radera. Rensa webbplatsens data i webbläsarens inställningar."); });
  }

  function nycklar() {
    try { return Object.keys(localStorage).filter(function (namn) { return namn.indexOf(NYCKLAR) === 0; }); } catch (fel) { return []; }
  }
  function visaFarg() {
    var val = null;
    try { val = localStorage.getItem(NYCKLAR + "fargval"); } catch (fel) { /* storage refused: nothing is kept */ }
    del("farg").textContent = val ? "Du har valt " + (val === "mork" ? "mörkt" : "ljust") + " läge. Valet är sparat i den här webbläsaren."
      : "Inget val är sparat. Sidorna följer enhetens inställning.";
    del("glom").hidden = !val;
  }
  function glom() {
    nycklar().forEach(function (namn) { try { localStorage.removeItem(namn); } catch (fel) { /* as above */ } });
    visaFarg();
  }

  del("glom").addEventListener("click", function () { glom(); del("allt").focus(); });
  del("radera").addEventListener("click", function () { radera().then(function () { (del("spara").hidden ? del("allt") : del("spara")).focus(); }); });
  del("allt").addEventListener("click", function () { glom(); radera(); });
  window.addEventListener("storage", visaFarg);
  document.addEventListener("click", function (handelse) { if (handelse.target.closest("[data-fargval]")) { setTimeout(visaFarg, 0); } });

  visaFarg();
  rot.hidden = false;
  if (kopia.fil) {
    sag("Du läser redan handboken ur en mapp, med innehåll från " + kopia.dag + ". Den fungerar utan nät. Vill du ha bort den tar du bort mappen.");
  } else if (!kopia.vakt()) {
    sag("Den här webbläsaren tillåter inte att handboken sparas på den här adressen. Läs nedan om en kopia på usb-minne.");
  } else {
    Promise.all([kopia.anmald(), fakta()]).then(function (svar) {
      visa(svar[0], svar[1]);
      del("spara").addEventListener("click", function () { spara(svar[1]); });
    });
  }
})();
