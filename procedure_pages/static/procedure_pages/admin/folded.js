/*
 * Blocks that stand in the editor as one line until somebody opens them.
 *
 * Folded, a block is one hidden input with its state as JSON. Opened, it is Wagtail's own StructBlock with that state.
 * As long as nothing was changed in it, its form data stay that one input: looking at a question is not an edit.
 */
(() => {
  const { StructBlock, StructBlockDefinition } = window.wagtailStreamField.blocks;
  const CLIPBOARD = 'procedure_pages.copied';
  const opened = new Set();
  const watched = new WeakSet();

  /**
   * A copy of `state` for another place: new ids, so that keys stay unique, and no name for CSV and API that is among
   * `taken`. Answers to choose keep theirs: they are unique within their question only.
   */
  function fresh(state, taken) {
    if (Array.isArray(state)) return state.map((item) => fresh(item, taken));
    if (state === null || typeof state !== 'object') return state;
    const copy = Object.fromEntries(Object.entries(state).map(([name, part]) => [name, fresh(part, taken)]));
    if ('id' in copy && 'value' in copy) copy.id = crypto.randomUUID();
    if ('type' in copy && taken.has(copy.value?.alias)) copy.value = { ...copy.value, alias: '' };
    return copy;
  }

  /** The names for CSV and API of every question in `state`. */
  function aliasesIn(state, found = new Set()) {
    if (state !== null && typeof state === 'object') {
      if ('type' in state && state.value?.alias) found.add(state.value.alias);
      Object.values(state).forEach((part) => aliasesIn(part, found));
    }
    return found;
  }

  /** Leave out the state of what was changed, and the inputs of what was only looked at. */
  function settle(formData) {
    const untouched = [];
    for (const block of opened) {
      if (!block.element.isConnected) opened.delete(block);
      else if (block.isChanged) formData.delete(block.prefix);
      else untouched.push(`${block.prefix}-`);
    }
    if (untouched.length === 0) return;
    for (const name of new Set(formData.keys())) {
      if (untouched.some((prefix) => name.startsWith(prefix))) formData.delete(name);
    }
  }

  function watch(form) {
    if (!form || watched.has(form)) return;
    watched.add(form);
    form.addEventListener('formdata', (event) => settle(event.formData));
  }

  /** Marks that the server knows of, by block id: `{id: [{text, tone}]}`. */
  function marksFromServer(id) {
    const element = document.getElementById('block-marks');
    return (element && JSON.parse(element.textContent)[id]) || [];
  }

  function hasComments(id) {
    const element = document.getElementById('comments-data');
    return Boolean(id && element && element.textContent.includes(id));
  }

  function addCopyButton(panel, block) {
    const button = document.createElement('button');
    const label = block.blockDef.meta.words.copy;
    Object.assign(button, { type: 'button', title: label, className: 'button button--icon text-replace white' });
    button.setAttribute('aria-label', label);
    button.innerHTML = '<svg class="icon icon-clipboard-list" aria-hidden="true"><use href="#icon-clipboard-list"></use></svg>';
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      localStorage.setItem(CLIPBOARD, JSON.stringify({ type: block.type, value: block.getState() }));
      document.dispatchEvent(new CustomEvent('procedure-pages:copied', { detail: block.blockDef.meta.words.copied }));
    });
    panel.querySelector('[data-panel-controls]').prepend(button);
  }

  /** A state as it reads in the line of its block: of a list, its items. */
  function wordsOf(state) {
    return Array.isArray(state) ? state.map((item) => wordsOf(item.value)).join('、') : String(state ?? '');
  }

  class FoldedBlock {
    constructor(blockDef, placeholder, prefix, state, error) {
      this.blockDef = blockDef;
      this.type = blockDef.name;
      this.prefix = prefix;
      this.state = { ...blockDef.meta.blank, ...state };
      this.error = error;
      this.real = null;
      this.draw(placeholder);
    }

    draw(placeholder) {
      this.element = document.createElement('div');
      this.element.className = 'folded';
      this.field = document.createElement('input');
      this.field.type = 'hidden';
      this.field.name = this.prefix;
      this.field.value = JSON.stringify(this.state);
      this.slot = document.createElement('div');
      this.element.append(this.field, this.slot);
      placeholder.replaceWith(this.element);
      watch(this.element.closest('form'));
      this.drawLine();
    }

    drawLine() {
      const panel = this.element.closest('[data-panel]');
      this.toggle = panel.querySelector('[data-panel-toggle]');
      this.id = panel.closest('[data-contentpath]')?.dataset.contentpath;
      this.marks = document.createElement('span');
      this.marks.className = 'folded__marks';
      panel.querySelector('[data-panel-heading]').append(this.marks);
      this.showMarks();
      addCopyButton(panel, this);
      this.toggle.addEventListener('wagtail:panel-toggle', (event) => event.detail.expanded && this.open());
      this.element.addEventListener('change', () => this.showMarks());
      document.addEventListener('procedure-pages:marks', () => this.showMarks());
      queueMicrotask(() => {
        if (hasComments(this.id) || this.error) this.open();
        else if (this.toggle.getAttribute('aria-expanded') === 'true') this.open();
      });
    }

    /** What the line says beside kind and words: ※ Required, how much it holds, its name for CSV and API. */
    showMarks() {
      const { words } = this.blockDef.meta;
      const { required, fields, max_rows: rows, alias } = this.getState();
      const marks = [];
      if (required) marks.push({ text: words.required, tone: 'required' });
      if (fields) marks.push({ text: words.questions.replace('%(count)s', fields.length), tone: 'plain' });
      if (rows) marks.push({ text: words.rows.replace('%(count)s', rows), tone: 'plain' });
      if (alias) marks.push({ text: alias, tone: 'alias' });
      this.marks.replaceChildren(...[...marks, ...marksFromServer(this.id)].map(({ text, tone }) => {
        const mark = document.createElement('span');
        mark.className = `folded__mark folded__mark--${tone}`;
        mark.textContent = text;
        return mark;
      }));
    }

    open() {
      if (this.real) return;
      this.real = new StructBlock(this.blockDef, $(this.slot), this.prefix, this.state, this.error);
      this.asOpened = JSON.stringify(this.real.getState());
      opened.add(this);
    }

    get isChanged() {
      return this.real !== null && JSON.stringify(this.real.getState()) !== this.asOpened;
    }

    get container() {
      return this.real ? this.real.container : $(this.element);
    }

    get childBlocks() {
      this.open();
      return this.real.childBlocks;
    }

    getState() {
      return this.isChanged ? this.real.getState() : this.state;
    }

    setState(state) {
      if (this.real) {
        this.real.setState(state);
      } else {
        this.state = state;
        this.field.value = JSON.stringify(state);
      }
      this.showMarks();
    }

    setError(error) {
      if (!error) return;
      this.open();
      this.real.setError(error);
    }

    getDuplicatedState() {
      const item = { type: this.type, value: this.getState() };
      return fresh(item, aliasesIn(item)).value;
    }

    getValue() {
      return this.real ? this.real.getValue() : this.state;
    }

    getTextLabel(options) {
      if (this.real) return this.real.getTextLabel(options);
      const format = this.blockDef.meta.labelFormat || '{label}';
      const label = format.replace(/\{(\w+)\}/g, (_match, name) => wordsOf(this.state[name]));
      const most = options?.maxLength;
      return most && label.length > most ? `${label.slice(0, most - 1)}…` : label;
    }

    focus(options) {
      this.open();
      this.real.focus(options);
    }
  }

  class FoldedBlockDefinition extends StructBlockDefinition {
    render(placeholder, prefix, state, error) {
      if (this.collapsible) return super.render(placeholder, prefix, state, error);
      return new FoldedBlock(this, placeholder, prefix, state, error);
    }
  }

  window.telepath.register('procedure_pages.blocks.FoldedBlock', FoldedBlockDefinition);
  window.procedurePages = { CLIPBOARD, aliasesIn, fresh };
})();
