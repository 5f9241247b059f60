/** One DER element: `tag`, `content`, and `whole` with its head. */
export function read(bytes, start = 0) {
  if (start + 2 > bytes.length) throw new RangeError('Expected a DER element, but the bytes end');
  const tag = bytes[start];
  let length = bytes[start + 1];
  let at = start + 2;
  if (length & 0x80) {
    const count = length & 0x7f;
    if (count === 0 || count > 4) throw new RangeError('Expected DER with a definite length, but it is not');
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + bytes[at++];
  }
  const end = at + length;
  if (end > bytes.length) throw new RangeError('Expected a whole DER element, but the bytes end');
  return { tag, content: bytes.subarray(at, end), whole: bytes.subarray(start, end), end };
}

/** The elements inside a constructed one. */
export function children(element) {
  const found = [];
  for (let at = 0; at < element.content.length; ) {
    const child = read(element.content, at);
    found.push(child);
    at = child.end;
  }
  return found;
}

/** An object identifier as dotted numbers. */
export function oid(element) {
  const parts = [];
  let value = 0;
  for (const byte of element.content) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    if (parts.length) parts.push(value);
    else parts.push(Math.min(Math.floor(value / 40), 2), value - 40 * Math.min(Math.floor(value / 40), 2));
    value = 0;
  }
  return parts.join('.');
}

/** A small INTEGER. */
export function integer(element) {
  return element.content.reduce((sum, byte) => sum * 256 + byte, 0);
}
