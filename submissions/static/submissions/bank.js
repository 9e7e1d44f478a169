// Says what is understood of an account while it is typed. The server understands; nothing is judged here.
(() => {
  "use strict";

  const PARTS = ["bank", "branch", "kind", "number", "holder"];

  document.querySelectorAll("[data-bank]").forEach((place) => {
    const told = place.querySelector("[data-understood]");
    const form = place.closest("form");
    const search = place.querySelector("[data-bank-search]");
    let timer = 0;
    let asked = 0;
    if (!told || !form) return;
    if (search) search.hidden = true;

    const boxOf = (part) => form.elements[`${place.dataset.bank}-${part}`];

    function show(lines) {
      const title = document.createElement("b");
      title.textContent = told.dataset.title;
      told.replaceChildren(
        ...(lines.length ? [title, ...lines] : []).map((line) => {
          const paragraph = document.createElement("p");
          paragraph.append(line);
          return paragraph;
        }),
      );
    }

    async function ask() {
      const turn = (asked += 1);
      const body = new FormData();
      for (const part of PARTS) body.append(part, boxOf(part).value);
      body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
      try {
        const answer = await fetch(place.dataset.accountUrl, { method: "POST", body });
        if (answer.ok && turn === asked) show((await answer.json()).lines);
      } catch {
        /* The server says it once the page is saved. */
      }
    }

    place.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 400);
    });
  });
})();
