import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCyrillic } from '../src/designer/cyrillic.js';
import { codePoints } from '../src/portal/characters.js';
import { sizeText } from '../src/portal/files.js';
import { sha256 } from '../src/portal/hashes.js';

test('writes Uzbek Latin in Cyrillic letters', () => {
  assert.equal(toCyrillic('O\u02bbchirish'), 'Ўчириш');
  assert.equal(toCyrillic('jarayon g\u02bboyasi va shart'), 'жараён ғояси ва шарт');
  assert.equal(toCyrillic('Element qo\u02bbshish'), 'Элемент қўшиш');
});

test('keeps placeholders and names in capitals', () => {
  assert.equal(toCyrillic('{type} BPMN turi'), '{type} BPMN тури');
});

test('counts code points and line ends as the server does', () => {
  assert.equal(codePoints('a😀\r\nb'), 4);
});

test('writes file sizes in the language of the page', () => {
  assert.equal(sizeText(1500 * 1024, 'ru'), '1,5 MB');
  assert.equal(sizeText(10, 'en'), '1 KB');
});

test('computes SHA-256 as lower-case hexadecimal', async () => {
  assert.equal(await sha256(new TextEncoder().encode('abc')), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
