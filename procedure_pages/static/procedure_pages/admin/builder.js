/* Sequences of folded blocks: a large form opens with its steps folded, and what was copied can be pasted. */
(() => {
  const { StreamBlock, StreamBlockDefinition } = window.wagtailStreamField.blocks;
  const { CLIPBOARD, aliasesIn, fresh } = window.procedurePages;
  const FOLD_STEPS_FROM = 30;

  /** What was copied last, here or in another window; null if nothing was, or if it is no longer readable. */
  function copied() {
    try {
      return JSON.parse(localStorage.getItem(CLIPBOARD));
    } catch {
      return null;
    }
  }

  function aliasesOfForm() {
    const root = document.getElementById('steps-root');
    return aliasesIn(root?.rootBlock?.getState());
  }

  class BuilderBlock extends StreamBlock {
    constructor(blockDef, placeholder, prefix, state, error) {
      super(blockDef, placeholder, prefix, state, error);
      if (this.isLarge(state)) this.foldAllBut(error?.blockErrors || {});
      this.element.classList.add('builder');
      this.drawPaste();
    }

    /** Only steps hold questions of their own, groups aside. */
    isLarge(state) {
      const counts = (state || []).map(({ value }) => value?.fields?.length || 0);
      return counts.reduce((sum, count) => sum + count, 0) >= FOLD_STEPS_FROM;
    }

    foldAllBut(faults) {
      this.children.forEach((child, index) => { if (!(index in faults)) child.collapse(); });
    }

    drawPaste() {
      this.paste = document.createElement('button');
      Object.assign(this.paste, { type: 'button', className: 'button button-small button-secondary builder__paste' });
      this.paste.addEventListener('click', () => this.insertCopied());
      this.element.append(this.paste);
      const show = () => this.showPaste();
      window.addEventListener('storage', show);
      document.addEventListener('procedure-pages:copied', show);
      show();
    }

    /** Only what may stand here: a step among steps, no group among the questions of a group. */
    showPaste() {
      const definition = this.blockDef.childBlockDefsByName[copied()?.type];
      this.paste.hidden = !definition;
      if (definition) this.paste.textContent = this.blockDef.meta.words.paste.replace('%(label)s', definition.meta.label);
    }

    insertCopied() {
      const item = fresh({ ...copied(), id: '' }, aliasesOfForm());
      this.insert(item, this.children.length, { focus: true });
    }
  }

  class BuilderBlockDefinition extends StreamBlockDefinition {
    render(placeholder, prefix, state, error) {
      return new BuilderBlock(this, placeholder, prefix, state, error);
    }
  }

  window.telepath.register('procedure_pages.blocks.BuilderBlock', BuilderBlockDefinition);

  /* Says for a screen reader, and for a moment on the screen, that something was copied. */
  document.addEventListener('procedure-pages:copied', (event) => {
    const status = document.createElement('p');
    status.className = 'builder__status';
    status.setAttribute('role', 'status');
    document.body.append(status);
    setTimeout(() => { status.textContent = event.detail; }, 50);
    setTimeout(() => status.remove(), 5000);
  });
})();
