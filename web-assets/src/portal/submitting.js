/** Asks `data-confirm` before a form or a single button of it is sent. */
export function askBefore(root) {
  root.addEventListener('submit', (event) => {
    const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
    if (question && !window.confirm(question)) event.preventDefault();
  });
}

/** Swallows the second click on a submit button while the first is under way. */
export function submitOnce(root) {
  root.addEventListener('submit', (event) => {
    if (event.defaultPrevented || event.target.method === 'get') return;
    if (event.target.dataset.sent) {
      event.preventDefault();
      return;
    }
    event.target.dataset.sent = 'true';
    event.submitter?.setAttribute('aria-busy', 'true');
  });
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
    for (const button of document.querySelectorAll('[aria-busy=true]')) button.removeAttribute('aria-busy');
  });
}
