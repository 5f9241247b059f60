import { sha256 } from './hashes.js';
import { base64, keys, pkcs7 } from './signing/eimzo.js';
import { openKeyFile } from './signing/pkcs12.js';

/**
 * Signs on the person's own device before the form of a signing task is sent:
 * `<form><fieldset data-signing …><input type=radio name=signingMethod value=LOCAL|OWN_KEY|E_IMZO>…`.
 * Key file and password have no name, so no form sends them.
 */
export function signOnDevice(root) {
  for (const block of root.querySelectorAll('[data-signing]')) attach(block);
}

function attach(block) {
  const form = block.closest('form');
  const remote = block.querySelector('[name=remoteSignature]');
  const methods = [...block.querySelectorAll('[name=signingMethod]')];
  const chosen = () => methods.find((one) => one.checked)?.value ?? 'LOCAL';
  const desk = new Desk(block, form);
  const show = () => {
    for (const part of block.querySelectorAll('[data-signing-part]')) part.hidden = part.dataset.signingPart !== chosen();
    desk.say('');
    if (chosen() === 'E_IMZO') desk.listKeys();
  };
  methods.forEach((one) => one.addEventListener('change', show));
  block.querySelector('[data-signing-keys]')?.addEventListener('click', () => desk.listKeys(true));
  form.addEventListener('submit', async (event) => {
    const button = event.submitter;
    if (chosen() === 'LOCAL' || button?.value !== 'SIGN' || remote.value) return;
    event.preventDefault();
    if (desk.isBusy) return;
    remote.value = await desk.sign(chosen());
    if (remote.value) form.requestSubmit(button);
  });
  show();
}

class Desk {
  constructor(block, form) {
    this.block = block;
    this.form = form;
    this.isBusy = false;
    this.found = [];
  }

  /** The id of the signature; empty when there is none, and the page says why. */
  async sign(method) {
    this.isBusy = true;
    this.say('BUSY');
    try {
      return await (method === 'OWN_KEY' ? this.withFile() : this.withEImzo());
    } catch (error) {
      this.say(error.code ?? 'TRY_LATER', error.code === 'AGENT_REFUSED' ? error.message : '');
      return '';
    } finally {
      this.isBusy = false;
    }
  }

  async withFile() {
    const file = this.block.querySelector('[data-signing-file]').files[0];
    const password = this.block.querySelector('[data-signing-password]');
    if (!file) throw { code: 'NO_FILE' };
    const key = await openKeyFile(new Uint8Array(await file.arrayBuffer()), password.value);
    password.value = '';
    const prepared = await this.send('', { method: 'OWN_KEY', digest: this.digest(), certificate: base64(key.certificate) });
    const data = Uint8Array.from(atob(prepared.dataToSign), (char) => char.charCodeAt(0));
    return this.give(prepared, base64(await key.sign(data)));
  }

  async withEImzo() {
    const key = this.found[this.block.querySelector('[data-signing-list]').value];
    if (!key) throw { code: 'NO_KEY' };
    const file = new Uint8Array(await (await fetch(this.block.dataset.document)).arrayBuffer());
    if ((await sha256(file)) !== this.digest()) throw { code: 'DIGEST_MISMATCH' };
    const prepared = await this.send('', { method: 'E_IMZO', digest: this.digest() });
    return this.give(prepared, await pkcs7(this.block.dataset.agent, key, file));
  }

  async give(prepared, value) {
    const given = await this.send(`/${prepared.remoteSignatureId}`, { value });
    this.say('DONE');
    return given.remoteSignatureId;
  }

  digest() {
    return this.form.querySelector('[name=digest]').value;
  }

  async listKeys(again = false) {
    if (this.found.length && !again) return;
    const list = this.block.querySelector('[data-signing-list]');
    try {
      this.found = await keys(this.block.dataset.agent, JSON.parse(this.block.dataset.apiKeys));
      list.replaceChildren(...this.found.map((key, index) => new Option(key.label, index)));
      this.say(this.found.length ? '' : 'NO_KEY');
    } catch (error) {
      this.say(error.code ?? 'AGENT_ABSENT', error.code === 'AGENT_REFUSED' ? error.message : '');
    }
  }

  async send(path, values) {
    const body = new URLSearchParams({ ...values, _csrf: this.form.querySelector('[name=_csrf]').value });
    const response = await fetch(this.block.dataset.signing + path, { method: 'POST', body, headers: { Accept: 'application/json' } });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw { code: answer.code ?? (response.status === 403 ? 'SIGNER_NOT_ENTITLED' : 'TRY_LATER') };
    return answer;
  }

  say(code, more = '') {
    const status = this.block.querySelector('[data-signing-status]');
    const words = (name) => this.block.querySelector(`[data-signing-text="${name}"]`)?.content.textContent;
    status.textContent = code ? [words(code) ?? words('TRY_LATER'), more].filter(Boolean).join(' ') : '';
    const tone = { BUSY: 'yg-message', DONE: 'yg-message yg-message--ok' }[code] ?? 'yg-message yg-message--danger';
    status.className = code ? tone : '';
  }
}
