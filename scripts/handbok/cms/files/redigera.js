// Starts the editor: every type reads and writes the one form of YAML.
import { read, write } from "./form.js";
import { laid, words } from "./ord.js";

const { config, form } = await (await fetch("installningar.json")).json();

// Read by the editor as it loads: it shall wait for us.
window.CMS_MANUAL_INIT = true;
await new Promise((loaded, failed) => {
  const script = document.createElement("script");
  script.src = "decap/decap-cms.js";
  script.onload = loaded;
  script.onerror = failed;
  document.head.append(script);
});

for (const { name, fields } of config.collections) {
  window.CMS.registerCustomFormat(name, "yml", {
    fromFile: (text) => read(text, fields),
    toFile: (data) => write(data, fields, form),
  });
}
window.CMS.registerLocale(config.locale, laid(window.CMS.getLocale(config.locale), words));
window.CMS.init({ config });
