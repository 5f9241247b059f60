const MB = 1024 * 1024;

/** Size in words of the page's language: 1,4 MB. */
export function sizeText(bytes, language) {
  const [value, unit] = bytes < MB ? [Math.max(1, Math.round(bytes / 1024)), 'KB'] : [bytes / MB, 'MB'];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)} ${unit}`;
}

/**
 * Lists the chosen files under `<input type=file data-file-list>` with their size;
 * `data-max-mb`, `data-max-files` mark what will be refused, with the texts `data-too-big`, `data-too-many`.
 */
export function listFiles(root) {
  for (const input of root.querySelectorAll('input[type=file][data-file-list]')) {
    const list = document.createElement('ul');
    list.className = 'yg-files';
    list.setAttribute('aria-live', 'polite');
    input.after(list);
    const show = () => list.replaceChildren(...entries(input));
    input.addEventListener('change', show);
    if (input.files.length) show();
  }
}

function entries(input) {
  const { maxMb = '20', maxFiles = '10', tooBig = '', tooMany = '' } = input.dataset;
  const language = document.documentElement.lang;
  const items = [...input.files].map((file) => {
    const item = document.createElement('li');
    const bad = file.size > Number(maxMb) * MB;
    item.append(text('span', file.name), text('span', sizeText(file.size, language)));
    if (bad) item.append(text('span', tooBig, 'yg-files__bad'));
    return item;
  });
  if (input.files.length > Number(maxFiles) && tooMany) {
    const item = document.createElement('li');
    item.append(text('span', tooMany, 'yg-files__bad'));
    items.push(item);
  }
  return items;
}

function text(tag, content, className = '') {
  const element = document.createElement(tag);
  element.textContent = content;
  element.className = className;
  return element;
}
