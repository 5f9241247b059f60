import { children, integer, oid, read } from './der.js';

const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED = '1.2.840.113549.1.7.6';
const KEY_BAG = '1.2.840.113549.1.12.10.1.1';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';
const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const HASHES = { '1.2.840.113549.2.7': 'SHA-1', '1.2.840.113549.2.9': 'SHA-256', '1.2.840.113549.2.10': 'SHA-384', '1.2.840.113549.2.11': 'SHA-512' };
const AES_CBC = { '2.16.840.1.101.3.4.1.2': 128, '2.16.840.1.101.3.4.1.22': 192, '2.16.840.1.101.3.4.1.42': 256 };
const KEYS = {
  '1.2.840.10045.2.1': { import: { name: 'ECDSA', namedCurve: 'P-256' }, sign: { name: 'ECDSA', hash: 'SHA-256' } },
  '1.2.840.113549.1.1.1': { import: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, sign: { name: 'RSASSA-PKCS1-v1_5' } }
};

/** Why a key file cannot be used; `code` is FILE, PASSWORD or OLD_FILE. */
export class KeyFileError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/**
 * Opens a PKCS#12 file (AES, as OpenSSL 3 and Java write it). Gives the certificate in DER and `sign`, which makes the
 * signature value; the key cannot be taken out of it again.
 */
export async function openKeyFile(bytes, password) {
  const found = { keys: [], certificates: [] };
  try {
    const file = children(read(bytes));
    const safe = read(read(children(file[1])[1].content).content);
    for (const info of children(safe)) await collect(children(info), password, found);
  } catch (error) {
    throw error instanceof KeyFileError ? error : new KeyFileError('FILE');
  }
  if (!found.keys.length || !found.certificates.length) throw new KeyFileError('FILE');
  const certificate = found.certificates.find((one) => one.isOfKey) ?? found.certificates[0];
  return { certificate: certificate.der, sign: await signer(found.keys[0]) };
}

async function collect([kind, value], password, found) {
  const inner = read(value.content);
  if (oid(kind) === DATA) return bags(inner.content, password, found);
  if (oid(kind) !== ENCRYPTED) throw new KeyFileError('FILE');
  const [, algorithm, content] = children(children(inner)[1]);
  return bags(await decrypted(algorithm, content.content, password), password, found);
}

async function bags(bytes, password, found) {
  for (const bag of children(read(bytes))) {
    const [kind, value, attributes] = children(bag);
    const inner = read(value.content);
    if (oid(kind) === KEY_BAG) found.keys.push(inner.whole);
    if (oid(kind) === SHROUDED_KEY_BAG) {
      const [algorithm, content] = children(inner);
      found.keys.push(await decrypted(algorithm, content.content, password));
    }
    if (oid(kind) === CERTIFICATE_BAG) {
      const der = read(children(inner)[1].content).content;
      const isOfKey = !!attributes && children(attributes).some((one) => oid(children(one)[0]) === LOCAL_KEY_ID);
      found.certificates.push({ der, isOfKey });
    }
  }
}

async function decrypted(algorithm, content, password) {
  const [scheme, parameters] = children(algorithm);
  if (oid(scheme) !== PBES2) throw new KeyFileError('OLD_FILE');
  const [derivation, cipher] = children(parameters).map(children);
  const bits = AES_CBC[oid(cipher[0])];
  if (oid(derivation[0]) !== PBKDF2 || !bits) throw new KeyFileError('OLD_FILE');
  const [salt, iterations, ...rest] = children(derivation[1]);
  const prf = rest.find((one) => one.tag === 0x30);
  const hash = prf ? HASHES[oid(children(prf)[0])] : 'SHA-1';
  if (!hash) throw new KeyFileError('OLD_FILE');
  const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash, salt: salt.content, iterations: integer(iterations) },
    secret,
    { name: 'AES-CBC', length: bits },
    false,
    ['decrypt']
  );
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv: cipher[1].content }, key, content));
  } catch {
    throw new KeyFileError('PASSWORD');
  }
}

async function signer(pkcs8) {
  const kind = KEYS[oid(children(children(read(pkcs8))[1])[0])];
  if (!kind) throw new KeyFileError('FILE');
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, kind.import, false, ['sign']).catch(() => {
    throw new KeyFileError('FILE');
  });
  return async (data) => new Uint8Array(await crypto.subtle.sign(kind.sign, key, data));
}
