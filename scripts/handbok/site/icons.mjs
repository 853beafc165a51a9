// Draws the icons in the sizes that systems ask for. Called by offline.py with: folder of the site, package.json, and as
// JSON the name, the width and whether a system may cut it, of each.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";

const [folder, project, told] = process.argv.slice(2);
const require = createRequire(project);
const { initWasm, Resvg } = require("@resvg/resvg-wasm");

await initWasm(readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
const icon = readFileSync(join(folder, "form", "ikon.svg"), "utf8");
// Systems cut a maskable icon to their own shape: the picture keeps to the inner four fifths.
const maskable = icon
  .replace(/viewBox="0 0 32 32"/, 'viewBox="-4 -4 40 40"')
  .replace(/<rect width="32" height="32" rx="6"/, '<rect x="-4" y="-4" width="40" height="40"');
for (const [name, size, mask] of JSON.parse(told)) {
  const drawn = new Resvg(mask ? maskable : icon, { fitTo: { mode: "width", value: size } }).render().asPng();
  writeFileSync(join(folder, "form", name), drawn);
}
