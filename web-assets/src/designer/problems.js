/** The list under the canvas: the linter's findings and those of the last deployment, each leading to its element. */
export class Problems {
  #modeler;
  #linter;
  #list;
  #texts;
  #local = [];
  #server = [];

  constructor(modeler, linter, list, texts) {
    this.#modeler = modeler;
    this.#linter = linter;
    this.#list = list;
    this.#texts = texts;
  }

  async lint() {
    this.#local = await this.#linter.lint(this.#modeler.getDefinitions());
    this.#show();
  }

  /** @param problems [{elementId, message}] as the engine answered */
  showServer(problems) {
    this.#server = problems.map(({ elementId, message }) => ({ id: elementId, message, category: 'error', server: true }));
    this.#show();
  }

  #show() {
    const registry = this.#modeler.get('elementRegistry');
    const placed = this.#server.filter(({ id }) => id && registry.get(id));
    this.#modeler.get('linting').setErrors([...this.#local, ...placed.map((p) => ({ ...p, rule: 'deployment' }))]);
    const all = [...this.#server, ...this.#local];
    const title = document.createElement('p');
    title.className = 'govuk-!-font-weight-bold govuk-!-margin-bottom-1';
    title.textContent = all.length ? this.#texts.problems.replace('{0}', all.length) : this.#texts.noProblems;
    const list = document.createElement('ul');
    list.append(...all.map((problem) => this.#entry(problem, registry)));
    this.#list.replaceChildren(title, list);
  }

  #entry({ id, name, message, server }, registry) {
    const item = document.createElement('li');
    const element = id && registry.get(id);
    const label = `${name || element?.businessObject?.name || id || ''}: ${message}${server ? ` (${this.#texts.fromServer})` : ''}`;
    if (!element) {
      item.textContent = label;
      return item;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => {
      this.#modeler.get('canvas').scrollToElement(element);
      this.#modeler.get('selection').select(element);
    });
    item.append(button);
    return item;
  }
}
