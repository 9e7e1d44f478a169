/* Rules name questions by their words: offers what the form has, as somebody begins to type. */
(() => {
  const NAMED = /^rules-.*(-question|-targets-\d+-value)$/;
  const APPLICANT = '申請者の種別';

  /** The words of every step, group and question in `state`, in order. */
  function labelsIn(state, found = new Set()) {
    if (state === null || typeof state !== 'object') return found;
    if ('type' in state && state.value) {
      const words = state.value.title || state.value.label;
      if (words) found.add(words);
    }
    Object.values(state).forEach((part) => labelsIn(part, found));
    return found;
  }

  function listOfNames() {
    let list = document.getElementById('names-in-form');
    if (!list) {
      list = document.createElement('datalist');
      list.id = 'names-in-form';
      document.body.append(list);
    }
    const names = [...labelsIn(document.getElementById('steps-root')?.rootBlock.getState()), APPLICANT];
    list.replaceChildren(...names.map((name) => Object.assign(document.createElement('option'), { value: name })));
    return list;
  }

  document.addEventListener('focusin', (event) => {
    if (event.target.matches('input') && NAMED.test(event.target.name)) event.target.setAttribute('list', listOfNames().id);
  });
})();
