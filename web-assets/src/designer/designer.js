// The process designer. Page contract: #designer with data-xml-url, data-deploy-url, data-templates-url, data-csrf-header,
// data-csrf, data-file-name; texts in <script type="application/json" id="designer-texts">.
import Modeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler';
import lintingModule from '@camunda/linting/modeler';
import { Linter } from '@camunda/linting';
import TokenSimulationModule from 'bpmn-js-token-simulation';
import 'camunda-bpmn-js/dist/assets/camunda-cloud-modeler.css';
import '@camunda/linting/assets/linting.css';
import 'bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css';
import './designer.css';
import { translator } from './translate.js';
import { Problems } from './problems.js';

const root = document.getElementById('designer');
const texts = JSON.parse(document.getElementById('designer-texts').textContent);
const wide = window.matchMedia('(min-width: 900px)');

if (root && wide.matches) start().catch((error) => setStatus(`${texts.failed} ${error.message}`, true));

async function start() {
  const modeler = new Modeler({
    container: root.querySelector('[data-canvas]'),
    propertiesPanel: { parent: root.querySelector('[data-properties]') },
    keyboard: { bind: true },
    additionalModules: [lintingModule, TokenSimulationModule, { translate: ['value', translator(document.documentElement.lang)] }]
  });
  const problems = new Problems(modeler, new Linter({ modeler: 'web', type: 'cloud' }), root.querySelector('[data-problems]'), texts);
  await modeler.importXML(await (await fetched(root.dataset.xmlUrl)).text());
  modeler.get('canvas').zoom('fit-viewport', 'auto');
  modeler.get('elementTemplatesLoader').setTemplates(await (await fetched(root.dataset.templatesUrl)).json());
  modeler.get('linting').activate();
  await problems.lint();
  watch(modeler, problems);
  setStatus('');
  root.dataset.ready = 'true';
}

function watch(modeler, problems) {
  let timer;
  let saved = modeler.get('commandStack')._stackIdx;
  const changed = () => modeler.get('commandStack')._stackIdx !== saved;
  modeler.on('elements.changed', () => {
    clearTimeout(timer);
    timer = setTimeout(() => problems.lint(), 300);
  });
  modeler.on('commandStack.changed', () => setStatus(changed() ? texts.unsaved : ''));
  window.addEventListener('beforeunload', (event) => {
    if (changed()) event.preventDefault();
  });
  on('[data-deploy]', async () => {
    const done = await deploy(modeler, problems);
    if (done) saved = modeler.get('commandStack')._stackIdx;
  });
  on('[data-download]', () => download(modeler));
  on('[data-undo]', () => modeler.get('commandStack').undo());
  on('[data-redo]', () => modeler.get('commandStack').redo());
  on('[data-fit]', () => modeler.get('canvas').zoom('fit-viewport', 'auto'));
}

async function deploy(modeler, problems) {
  if (!window.confirm(texts.confirmDeploy)) return false;
  setStatus(texts.deploying);
  const { xml } = await modeler.saveXML({ format: true });
  const response = await fetch(root.dataset.deployUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/xml', [root.dataset.csrfHeader]: root.dataset.csrf },
    body: xml
  });
  const answer = await response.json().catch(() => ({}));
  problems.showServer(answer.problems ?? []);
  if (response.ok) setStatus(texts.deployed.replace('{0}', answer.processDefinitionId).replace('{1}', answer.version));
  else setStatus(answer.message ?? `${texts.failed} ${response.status}`, true);
  return response.ok;
}

async function download(modeler) {
  const { xml } = await modeler.saveXML({ format: true });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([xml], { type: 'application/xml' }));
  link.download = root.dataset.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(String(response.status));
  return response;
}

function on(selector, action) {
  root.querySelector(selector)?.addEventListener('click', action);
}

function setStatus(text, failed = false) {
  const status = root.querySelector('[data-status]');
  status.textContent = text;
  status.classList.toggle('yg-files__bad', failed);
}
