/* The list of what to check: leads to the place it names, and is fetched anew after the draft was saved. */
(() => {
  const container = () => document.querySelector('[data-problems]');

  function showTabOf(element) {
    const panel = element.closest('[role="tabpanel"]');
    if (panel?.hidden) document.querySelector(`[role="tab"][href="#${panel.id}"]`)?.click();
  }

  function expand(section) {
    const toggle = section.querySelector('[data-panel-toggle]');
    if (toggle.getAttribute('aria-expanded') !== 'true') toggle.click();
    return toggle;
  }

  /** Opens one block after the other: the inner one is there only once the outer one is open. */
  function openPath(ids) {
    const toggles = ids.map((id) => {
      const section = document.getElementById(`block-${id}-section`);
      return section && expand(section);
    });
    const last = toggles.filter(Boolean).at(-1);
    last?.scrollIntoView({ block: 'center' });
    last?.focus();
  }

  function goToField(name) {
    const heading = document.querySelector(`[data-contentpath="${name}"]`);
    if (!heading) return;
    showTabOf(heading);
    heading.scrollIntoView({ block: 'center' });
    heading.querySelector('input:not([type=hidden]), select, textarea, [contenteditable]')?.focus();
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('.problems__go');
    if (!button) return;
    const ids = button.dataset.path.split(' ').filter(Boolean);
    goToField(button.dataset.field);
    if (ids.length) openPath(ids);
  });

  async function refresh() {
    const address = container()?.dataset.problems;
    if (!address) return;
    const answer = await fetch(address, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
    if (!answer.ok) return;
    const fetched = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-problems]');
    if (!fetched || container().contains(document.activeElement)) return;
    container().replaceWith(document.adoptNode(fetched));
    document.dispatchEvent(new CustomEvent('procedure-pages:marks'));
  }

  document.addEventListener('w-autosave:success', refresh);
})();
