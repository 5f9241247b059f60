/**
 * Fields that others depend on (`data-rerender` on the input) refresh their form part: the form is posted with the
 * button `[data-rerender-button]` and the element `[data-rerender-region]` is replaced. Without script the button does it.
 */
export function rerenderOnChange(root, enhance) {
  for (const form of root.querySelectorAll('form:has([data-rerender-button])')) {
    const button = form.querySelector('[data-rerender-button]');
    button.hidden = true;
    if (form.dataset.rerenders) continue;
    form.dataset.rerenders = 'true';
    form.addEventListener('change', async (event) => {
      if (!event.target.closest('[data-rerender]')) return;
      const current = form.querySelector('[data-rerender-button]');
      const body = new FormData(form);
      for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
      if (current.name) body.append(current.name, current.value);
      const response = await fetch(current.formAction || form.action, { method: 'POST', body });
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const fresh = page.querySelector('[data-rerender-region]');
      const region = form.querySelector('[data-rerender-region]');
      if (!fresh || !region) return;
      const focused = document.activeElement?.id;
      keepChosenFiles(region, fresh);
      keepLaterInput(region, fresh, body);
      region.replaceWith(fresh);
      enhance(form);
      if (focused) document.getElementById(focused)?.focus();
    });
  }
}

/** The server never sees files while only the fields are refreshed: the inputs that hold some move to the new region. */
function keepChosenFiles(region, fresh) {
  for (const input of region.querySelectorAll('input[type=file]')) {
    if (input.id && input.files.length) fresh.querySelector(`#${CSS.escape(input.id)}`)?.replaceWith(input);
  }
}

/** What was typed or chosen while the server answered stands in the old region only. */
function keepLaterInput(region, fresh, sent) {
  for (const control of region.querySelectorAll('input, textarea, select')) {
    const next = control.id && fresh.querySelector(`#${CSS.escape(control.id)}`);
    if (!next || control.type === 'file' || control.type === 'hidden') continue;
    if (control.type === 'checkbox' || control.type === 'radio') {
      if (control.checked !== sent.getAll(control.name).includes(control.value)) next.checked = control.checked;
    } else if (control.value !== (sent.get(control.name) ?? '')) {
      next.value = control.value;
    }
  }
}
