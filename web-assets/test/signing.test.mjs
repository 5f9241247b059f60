import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createVerify, X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { oid, read } from '../src/portal/signing/der.js';
import { label } from '../src/portal/signing/eimzo.js';
import { openKeyFile } from '../src/portal/signing/pkcs12.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yagona-keys-'));
const openssl = (...parameters) => execFileSync('openssl', parameters, { cwd: folder, stdio: 'pipe' });
const file = (name) => new Uint8Array(fs.readFileSync(path.join(folder, name)));

before(() => {
  const kinds = { ec: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], rsa: ['rsa:3072'] };
  for (const [name, kind] of Object.entries(kinds)) {
    openssl('req', '-x509', '-newkey', ...kind, '-nodes', '-keyout', `${name}.pem`, '-out', `${name}.crt`, '-subj', '/CN=test', '-days', '2');
    openssl('pkcs12', '-export', '-inkey', `${name}.pem`, '-in', `${name}.crt`, '-out', `${name}.p12`, '-passout', 'pass:parol ʻ');
  }
  openssl('pkcs12', '-export', '-inkey', 'ec.pem', '-in', 'ec.crt', '-out', 'old.p12', '-passout', 'pass:a', '-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES');
});
after(() => fs.rmSync(folder, { recursive: true }));

for (const name of ['ec', 'rsa']) {
  test(`signs with a key file: ${name}`, async () => {
    const data = new TextEncoder().encode('data to sign');
    const key = await openKeyFile(file(`${name}.p12`), 'parol ʻ');
    const publicKey = new X509Certificate(key.certificate).publicKey;
    const verifier = createVerify('SHA256').update(data);
    assert.ok(verifier.verify({ key: publicKey, dsaEncoding: 'ieee-p1363' }, await key.sign(data)));
  });
}

test('tells a wrong password, an outdated file and no key file apart', async () => {
  await assert.rejects(openKeyFile(file('ec.p12'), 'other'), { code: 'PASSWORD' });
  await assert.rejects(openKeyFile(file('old.p12'), 'a'), { code: 'OLD_FILE' });
  await assert.rejects(openKeyFile(file('ec.crt'), ''), { code: 'FILE' });
  await assert.rejects(openKeyFile(new Uint8Array(), ''), { code: 'FILE' });
});

test('reads object identifiers and refuses DER that ends early', () => {
  assert.equal(oid(read(Uint8Array.of(6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1))), '1.2.840.113549.1.7.1');
  assert.throws(() => read(Uint8Array.of(0x30, 0x05, 1)), RangeError);
});

test('names an E-IMZO key by its holder and last day', () => {
  assert.equal(label('cn=karimova aziza,o=soliq,1.2.860.3.16.1.2=1,validto=2027.01.31 10:00:00'), 'KARIMOVA AZIZA, soliq, → 2027.01.31');
});
