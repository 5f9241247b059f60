// Uzbek Latin to Cyrillic by the rules of the alphabet; {placeholders} and words in CAPITALS (BPMN, XML, URL) stay.
const pairs = {
  "o\u02bb": 'ў', "g\u02bb": 'ғ', sh: 'ш', ch: 'ч', ya: 'я', yo: 'ё', yu: 'ю', ye: 'е', ts: 'ц',
  a: 'а', b: 'б', d: 'д', f: 'ф', g: 'г', h: 'ҳ', i: 'и', j: 'ж', k: 'к', l: 'л', m: 'м', n: 'н', o: 'о', p: 'п',
  q: 'қ', r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', x: 'х', y: 'й', z: 'з', e: 'е', '\u02bc': 'ъ'
};
const letters = /(?:[og]\u02bb|sh|ch|y[aoue]|[a-z\u02bc])/gi;

export function toCyrillic(text) {
  return text.replace(/\{[^}]*\}|\b[A-Z]{2,}\b|[\p{L}\u02bb\u02bc]+|[^]/gu, (part) =>
    /^(\{|[A-Z]{2,}$)/.test(part) || !/^[\p{L}]/u.test(part) ? part : word(part));
}

function word(latin) {
  return latin.replace(letters, (match, offset) => {
    const lower = match.toLowerCase();
    let cyrillic = pairs[lower] ?? match;
    if (lower === 'e' && (offset === 0 || /[aeiou\u02bb]/i.test(latin[offset - 1]))) cyrillic = 'э';
    return match[0] === match[0].toUpperCase() && match[0] !== lower[0] ? cyrillic.toUpperCase() : cyrillic;
  });
}
