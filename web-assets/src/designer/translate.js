import ru from './texts/ru.json';
import uz from './texts/uz-Latn.json';
import { toCyrillic } from './cyrillic.js';

/** bpmn-js's translate function in the language of the page; a text we do not have stays English. */
export function translator(language) {
  const texts = language.startsWith('ru') ? ru : language.startsWith('uz') ? uz : {};
  const spell = language === 'uz-Cyrl' ? toCyrillic : (text) => text;
  return (template, replacements = {}) => {
    const own = texts[template];
    const text = own === undefined ? template : spell(own);
    return text.replace(/\{([^}]+)\}/g, (_, key) => (key in replacements ? replacements[key] : `{${key}}`));
  };
}
