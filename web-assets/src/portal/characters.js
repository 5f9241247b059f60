/** Counts code points, as the server does. */
export function codePoints(text) {
  return [...text.replace(/\r\n/g, '\n')].length;
}

/** Shows how many characters are left in `<textarea data-count="5000" data-count-text="{n} left">`. */
export function countCharacters(root) {
  for (const area of root.querySelectorAll('textarea[data-count]')) {
    const note = document.createElement('p');
    note.className = 'govuk-hint yg-small';
    note.setAttribute('aria-live', 'off');
    area.after(note);
    const update = () => {
      const left = Number(area.dataset.count) - codePoints(area.value);
      note.textContent = (area.dataset.countText ?? '{n}').replace('{n}', String(left));
      note.classList.toggle('yg-files__bad', left < 0);
    };
    area.addEventListener('input', update);
    update();
  }
}
