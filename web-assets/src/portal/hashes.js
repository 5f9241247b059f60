/** SHA-256 of the bytes as lower-case hexadecimal text. */
export async function sha256(bytes) {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Compares a chosen file with `data-sha256` without sending it:
 * `<div data-hash-check data-sha256="…" data-same="…" data-different="…"><input type=file><p data-hash-result></p></div>`.
 */
export function checkHashes(root) {
  for (const block of root.querySelectorAll('[data-hash-check]')) {
    const input = block.querySelector('input[type=file]');
    const result = block.querySelector('[data-hash-result]');
    if (!input || !result || !globalThis.crypto?.subtle) continue;
    input.addEventListener('change', async () => {
      if (!input.files.length) return;
      const digest = await sha256(await input.files[0].arrayBuffer());
      const same = block.dataset.sha256.split(' ').includes(digest);
      result.textContent = same ? block.dataset.same : block.dataset.different;
      result.className = `yg-message ${same ? 'yg-message--ok' : 'yg-message--danger'}`;
    });
  }
}
