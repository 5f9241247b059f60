/**
 * Reloads regions `<div id="…" data-refresh="15">` every so many seconds from the page's own address,
 * unless the reader works inside the region or the page is hidden. `data-refresh-note` is announced on change.
 */
export function keepFresh(root, enhance) {
  const regions = [...root.querySelectorAll('[data-refresh][id]')];
  if (!regions.length) return;
  const seconds = Math.max(5, Math.min(...regions.map((region) => Number(region.dataset.refresh) || 30)));
  const live = document.createElement('p');
  live.className = 'govuk-visually-hidden';
  live.setAttribute('role', 'status');
  document.body.append(live);
  let failures = 0;
  const schedule = () => setTimeout(refresh, seconds * 1000 * 2 ** Math.min(failures, 4));
  const refresh = async () => {
    if (!document.hidden) {
      try {
        failures = (await swap(regions, live, enhance)) ? 0 : failures + 1;
      } catch {
        failures++;
      }
    }
    schedule();
  };
  schedule();
}

async function swap(regions, live, enhance) {
  const response = await fetch(location.href, { headers: { 'X-Refresh': 'true' }, redirect: 'error' });
  if (!response.ok) return false;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const region of regions) {
    const fresh = page.getElementById(region.id);
    if (!fresh || region.contains(document.activeElement) || same(fresh, region)) continue;
    region.replaceChildren(...fresh.childNodes);
    enhance(region);
    if (region.dataset.refreshNote) live.textContent = region.dataset.refreshNote;
  }
  return true;
}

function same(fresh, region) {
  const html = fresh.innerHTML.replace(/name="_csrf" value="[^"]*"/g, '');
  const before = region.dataset.seen;
  region.dataset.seen = hash(html);
  return before === undefined ? hash(region.innerHTML.replace(/name="_csrf" value="[^"]*"/g, '')) === region.dataset.seen : before === region.dataset.seen;
}

function hash(text) {
  let value = 5381;
  for (let i = 0; i < text.length; i++) value = (value * 33) ^ text.charCodeAt(i);
  return String(value >>> 0);
}
