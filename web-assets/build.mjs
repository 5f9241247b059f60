// Bundles style sheets and scripts to target/classes/META-INF/resources/a under hashed names.
// assets.json beside them maps the plain name to the hashed one.
import { build } from 'esbuild';
import * as sass from 'sass';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { notices } from './notices.mjs';

const target = 'target/classes/META-INF/resources/a';
const stampFile = 'target/build.sha256';

const stamp = sourceHash();
if (fs.existsSync(`${target}/assets.json`) && read(stampFile) === stamp) {
  process.exit(0);
}

const fresh = `${target}.${process.pid}`;
fs.rmSync(fresh, { recursive: true, force: true });
fs.mkdirSync(fresh, { recursive: true });
const assets = {};
try {
  const scripts = await bundleScripts();
  put('app.css', compileStyle('src/styles/app.scss'));
  for (const image of fs.readdirSync('src/images')) put(image, fs.readFileSync(`src/images/${image}`));
  fs.writeFileSync(`${fresh}/third-party-notices.txt`, notices(Object.keys(scripts.inputs), ['govuk-frontend']));
  fs.writeFileSync(`${fresh}/assets.json`, JSON.stringify(assets, null, 1));
  fs.rmSync(target, { recursive: true, force: true });
  fs.renameSync(fresh, target);
} finally {
  fs.rmSync(fresh, { recursive: true, force: true });
}
fs.writeFileSync(stampFile, stamp);
console.log(`web-assets: ${Object.keys(assets).length} assets`);

async function bundleScripts() {
  const { metafile } = await build({
    entryPoints: { portal: 'src/portal.js', viewer: 'src/viewer.js', designer: 'src/designer/designer.js' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: fresh,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    loader: { '.svg': 'dataurl', '.woff': 'file', '.woff2': 'file', '.ttf': 'empty', '.eot': 'empty' }
  });
  for (const [file, output] of Object.entries(metafile.outputs)) {
    if (!output.entryPoint) continue;
    const name = path.basename(output.entryPoint, '.js');
    assets[`${name}.js`] = path.basename(file);
    if (output.cssBundle) assets[`${name}.css`] = path.basename(output.cssBundle);
  }
  return metafile;
}

function compileStyle(file) {
  return sass.compile(file, { style: 'compressed', loadPaths: ['node_modules'], quietDeps: true }).css;
}

function put(name, content) {
  const { name: stem, ext } = path.parse(name);
  const hashed = `${stem}-${sha256(content).slice(0, 8)}${ext}`;
  fs.writeFileSync(`${fresh}/${hashed}`, content);
  assets[name] = hashed;
}

function sourceHash() {
  const files = ['build.mjs', 'notices.mjs', 'package-lock.json'];
  for (const entry of fs.readdirSync('src', { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) files.push(path.join(entry.parentPath ?? entry.path, entry.name));
  }
  return sha256(files.sort().map((file) => `${file}:${sha256(fs.readFileSync(file))}`).join('\n'));
}

function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}
