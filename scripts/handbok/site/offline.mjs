// Writes what a finished site needs to be kept on a device: icons in sizes that systems ask for, the manifest, and one
// service worker with everything in it. Called by offline.py with: folder of the site, package.json, settings as JSON.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";

const [folder, project, told] = process.argv.slice(2);
const settings = JSON.parse(told);
const require = createRequire(project);
const { initWasm, Resvg } = require("@resvg/resvg-wasm");
const { generateSW } = require("workbox-build");

await initWasm(readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
const icon = readFileSync(join(folder, "form", "ikon.svg"), "utf8");
// Systems cut a maskable icon to their own shape: the picture keeps to the inner four fifths.
const maskable = icon
  .replace(/viewBox="0 0 32 32"/, 'viewBox="-4 -4 40 40"')
  .replace(/<rect width="32" height="32" rx="6"/, '<rect x="-4" y="-4" width="40" height="40"');
for (const [name, size, svg] of settings.icons.map(([name, size, mask]) => [name, size, mask ? maskable : icon])) {
  const drawn = new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng();
  writeFileSync(join(folder, "form", name), drawn);
}
writeFileSync(join(folder, "handbok.webmanifest"), JSON.stringify(settings.manifest, null, 1) + "\n");

const { count, size, warnings } = await generateSW({
  globDirectory: folder,
  globPatterns: ["**/*.{html,css,js,svg,png,woff2,webmanifest}"],
  globIgnores: ["404.html", "sw.js", "utskrift/**/*.pdf", "forvalta/bilder/**"],
  swDest: join(folder, "sw.js"),
  mode: "production",
  sourcemap: false,
  inlineWorkboxRuntime: true,
  cacheId: "stadforstad",
  clientsClaim: true,
  skipWaiting: false,
  cleanupOutdatedCaches: true,
  directoryIndex: "index.html",
  ignoreURLParametersMatching: [/./],
  maximumFileSizeToCacheInBytes: 10e6,
  manifestTransforms: [(found) => ({ manifest: found.sort((a, b) => (a.url < b.url ? -1 : 1)), warnings: [] })],
});
if (warnings.length) {
  throw new Error(warnings.join("\n"));
}
const worker = readFileSync(join(folder, "sw.js"));
const facts = { dag: settings.dag, filer: count, byte: size, id: createHash("sha256").update(worker).digest("hex").slice(0, 16) };
writeFileSync(join(folder, "kopia.json"), JSON.stringify(facts) + "\n");
process.stdout.write(JSON.stringify(facts));
