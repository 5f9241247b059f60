/**
 * Shows only the districts of the chosen region: `<select data-region-select="regionId">` whose options
 * (or option groups) carry `data-region`.
 */
export function filterDistricts(root) {
  for (const district of root.querySelectorAll('select[data-region-select]')) {
    const region = document.getElementById(district.dataset.regionSelect);
    if (!region) continue;
    const every = [...district.querySelectorAll('[data-region]')].map((node) => ({ node, parent: node.parentNode }));
    const apply = () => {
      for (const { node, parent } of every) {
        if (!region.value || node.dataset.region === region.value) parent.append(node);
        else node.remove();
      }
      if (!district.selectedOptions.length) district.value = '';
    };
    region.addEventListener('change', apply);
    apply();
  }
}
