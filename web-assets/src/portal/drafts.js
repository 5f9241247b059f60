/** Saves `<form data-draft-url>` in the background some seconds after the last change; `data-draft-saved` is the note. */
export function saveDrafts(root) {
  for (const form of root.querySelectorAll('form[data-draft-url]')) {
    const note = form.querySelector('[data-draft-note]');
    let timer;
    const save = async () => {
      const body = new FormData(form);
      for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
      try {
        const response = await fetch(form.dataset.draftUrl, { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' });
        if (note && (response.ok || response.type === 'opaqueredirect')) note.textContent = form.dataset.draftSaved;
      } catch {
        if (note) note.textContent = '';
      }
    };
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(save, 4000);
    });
    form.addEventListener('submit', () => clearTimeout(timer));
  }
}
