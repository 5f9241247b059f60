// Read-only diagram: <div data-bpmn-viewer data-xml-url="…" data-state='{"active":[],"done":[],"incident":[],"counts":{}}'>
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

for (const element of document.querySelectorAll('[data-bpmn-viewer]')) {
  show(element).catch(() => {
    const wait = element.querySelector('.yg-diagram__wait');
    if (wait) wait.textContent = element.dataset.failed ?? '';
  });
}

async function show(element) {
  const response = await fetch(element.dataset.xmlUrl);
  if (!response.ok) throw new Error(`Expected the diagram, but got ${response.status}`);
  const viewer = new NavigatedViewer({ container: element, moddleExtensions: { zeebe } });
  await viewer.importXML(await response.text());
  const canvas = viewer.get('canvas');
  mark(viewer, JSON.parse(element.dataset.state || '{}'), element.dataset);
  canvas.zoom('fit-viewport', 'auto');
  element.classList.add('js-ready');
  const bar = document.querySelector(`[data-viewer-bar="${element.id}"]`);
  bar?.addEventListener('click', (event) => {
    const action = event.target.closest('[data-zoom]')?.dataset.zoom;
    if (action === 'fit') canvas.zoom('fit-viewport', 'auto');
    if (action === 'in') viewer.get('zoomScroll').stepZoom(1);
    if (action === 'out') viewer.get('zoomScroll').stepZoom(-1);
  });
}

function mark(viewer, { active = [], done = [], incident = [], flows = [], counts = {} }, texts) {
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');
  const add = (ids, marker) => ids.filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, marker));
  add(done, 'el-done');
  add(flows, 'el-taken');
  add(active, 'el-active');
  add(incident, 'el-incident');
  for (const id of incident.filter((each) => registry.get(each))) {
    overlays.add(id, { position: { top: -12, right: 14 }, html: badge('!', texts.incidentTitle, 'yg-mark yg-mark--incident') });
  }
  for (const [id, count] of Object.entries(counts)) {
    if (registry.get(id)) overlays.add(id, { position: { bottom: 12, right: 14 }, html: badge(String(count), texts.countTitle, 'yg-mark') });
  }
}

function badge(text, title, className) {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  element.title = title ?? '';
  return element;
}
