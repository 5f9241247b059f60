// Progressive enhancement only: every page works without this script.
import { filterDistricts } from './portal/districts.js';
import { listFiles } from './portal/files.js';
import { askBefore, submitOnce } from './portal/submitting.js';
import { keepFresh } from './portal/refresh.js';
import { saveDrafts } from './portal/drafts.js';
import { countCharacters } from './portal/characters.js';
import { checkHashes } from './portal/hashes.js';
import { signOnDevice } from './portal/signing.js';
import { rerenderOnChange } from './portal/conditions.js';

document.documentElement.classList.add('js');

export function enhance(root) {
  filterDistricts(root);
  listFiles(root);
  countCharacters(root);
  checkHashes(root);
  rerenderOnChange(root, enhance);
  saveDrafts(root);
  signOnDevice(root);
  for (const button of root.querySelectorAll('[data-print]')) button.addEventListener('click', () => window.print());
}

enhance(document);
askBefore(document);
submitOnce(document);
keepFresh(document, enhance);
document.querySelector('[data-focus], .govuk-error-summary')?.focus();
