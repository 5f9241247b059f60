// Third-party notices of the bundled npm packages: name, version, licence and full licence text.
import fs from 'node:fs';
import path from 'node:path';

const licenceFile = /^(licen[cs]e|copying|notice)(\..*)?$/i;

/** @param inputs bundled files, relative to the module; @param extra packages that Sass took in */
export function notices(inputs, extra) {
  const folders = new Set(extra.map((name) => `node_modules/${name}`));
  for (const input of inputs) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) folders.add(match[1]);
  }
  const packages = [...folders].map(describe).sort((a, b) => a.title.localeCompare(b.title));
  const head = 'Third-party software in the style sheets, the viewer and the designer of Yagona.\n';
  return head + packages.map((p) => `\n${'='.repeat(78)}\n${p.title}\nLicence: ${p.licence}\n\n${p.text}\n`).join('');
}

function describe(folder) {
  const { name, version, license, licenses, author } = JSON.parse(fs.readFileSync(`${folder}/package.json`, 'utf8'));
  const texts = fs.readdirSync(folder).filter((file) => licenceFile.test(file));
  const declared = license ?? licenses?.map((l) => l.type).join(' OR ') ?? 'not declared';
  return {
    title: `${name} ${version}`,
    licence: typeof declared === 'string' ? declared : declared.type,
    text: texts.length
      ? texts.map((file) => fs.readFileSync(path.join(folder, file), 'utf8').trim()).join('\n\n')
      : `Copyright ${typeof author === 'string' ? author : author?.name ?? 'the authors'}. The package holds no licence file.`
  };
}
