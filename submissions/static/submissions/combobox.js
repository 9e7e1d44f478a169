// Search by typing: in a long list (select[data-combobox]) and in what the server suggests (input[data-suggest]).
// The select, or the box, stays what is sent; without this file both work as they are.
(() => {
  "use strict";

  const SHOWN = 50;
  let made = 0;

  const fold = (text) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\u3041-\u3096]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
      .replace(/\s/g, "");
  const tell = (element) => {
    element.dispatchEvent(new Event("input", { bubbles: true }));
    element.dispatchEvent(new Event("change", { bubbles: true }));
  };

  // A list of options below `box`. `find(text)` promises {found: [{value, label, note}], count}; `choose(option)` acts.
  function attach(box, words, find, choose) {
    const id = `combobox-${(made += 1)}`;
    const list = document.createElement("ul");
    const status = document.createElement("p");
    let options = [];
    let active = -1;
    let asked = 0;
    list.id = id;
    list.className = "combobox__list";
    list.setAttribute("role", "listbox");
    list.hidden = true;
    status.className = "visually-hidden";
    status.setAttribute("aria-live", "polite");
    const frame = document.createElement("div");
    frame.className = "combobox";
    box.replaceWith(frame);
    frame.append(box, list, status);
    for (const [name, value] of [
      ["role", "combobox"],
      ["aria-autocomplete", "list"],
      ["aria-expanded", "false"],
      ["aria-controls", id],
      ["autocomplete", "off"],
    ]) {
      box.setAttribute(name, value);
    }

    function close() {
      asked += 1;
      list.hidden = true;
      active = -1;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    }

    function mark(index) {
      active = index;
      [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === index)));
      const item = list.children[index];
      if (!item) return;
      box.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    }

    function take(index) {
      const option = options[index];
      close();
      if (option) choose(option);
    }

    async function open(text) {
      const turn = (asked += 1);
      let answer;
      try {
        answer = await find(text);
      } catch {
        return;
      }
      if (turn !== asked || document.activeElement !== box) return;
      options = answer.found;
      list.replaceChildren(
        ...options.map((option, index) => {
          const item = document.createElement("li");
          item.id = `${id}-${index}`;
          item.setAttribute("role", "option");
          item.setAttribute("aria-selected", "false");
          item.textContent = option.label;
          if (option.note) {
            const note = document.createElement("span");
            note.className = "combobox__note";
            note.textContent = option.note;
            item.append(" ", note);
          }
          return item;
        }),
      );
      active = -1;
      list.hidden = !options.length;
      box.setAttribute("aria-expanded", String(!list.hidden));
      box.removeAttribute("aria-activedescendant");
      status.textContent = answer.count ? words.some.replace("{count}", answer.count) : text ? words.none : "";
    }

    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) open(event.altKey ? "" : box.value);
        else if (options.length) {
          const by = event.key === "ArrowDown" ? 1 : -1;
          mark(active < 0 && by < 0 ? options.length - 1 : (active + by + options.length) % options.length);
        }
      } else if (event.key === "Enter" && !list.hidden) {
        event.preventDefault();
        take(active < 0 && options.length === 1 ? 0 : active);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      }
    });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const item = event.target.closest("[role=option]");
      if (item) take([...list.children].indexOf(item));
    });
    box.addEventListener("blur", close);
    return { open, close };
  }

  function enhance(select) {
    const box = document.createElement("input");
    const all = [...select.options].filter((option) => option.value);
    const folded = all.map((option) => fold(option.text));
    const labelOf = () => (select.value ? select.selectedOptions[0].text : "");
    box.type = "text";
    box.id = select.id;
    box.className = select.className;
    box.placeholder = select.dataset.hint;
    box.value = labelOf();
    box.disabled = select.disabled;
    for (const name of ["aria-describedby", "aria-invalid"]) {
      if (select.hasAttribute(name)) box.setAttribute(name, select.getAttribute(name));
    }
    select.removeAttribute("id");
    select.hidden = true;
    select.before(box);

    const set = (value) => {
      const isNew = select.value !== value;
      select.value = value;
      box.value = labelOf();
      if (isNew) tell(select);
    };
    const find = async (text) => {
      const wanted = fold(text);
      const hits = all.filter((option, index) => !option.disabled && folded[index].includes(wanted));
      const first = hits.filter((option) => fold(option.text).startsWith(wanted));
      const found = [...first, ...hits.filter((option) => !first.includes(option))];
      const shown = found.slice(0, SHOWN).map((option) => ({ value: option.value, label: option.text }));
      return { found: shown, count: found.length };
    };
    const combobox = attach(box, select.dataset, find, (option) => set(option.value));
    box.addEventListener("input", (event) => {
      event.stopPropagation();
      combobox.open(box.value);
    });
    box.addEventListener("click", () => combobox.open(box.value === labelOf() ? "" : box.value));
    box.addEventListener("blur", () => {
      const exact = folded.indexOf(fold(box.value));
      if (box.value.trim() === "") set("");
      else set(exact < 0 ? select.value : all[exact].value);
    });
  }

  function suggest(box) {
    let timer = 0;
    const find = async (text) => {
      const beside = box.dataset.with ? document.getElementById(box.dataset.with).value : "";
      if (!text.trim() && !beside) return { found: [], count: 0 };
      const answer = await fetch(`${box.dataset.suggest}?${new URLSearchParams({ q: text, with: beside })}`);
      if (!answer.ok) throw new Error("later");
      return answer.json();
    };
    const combobox = attach(box, box.dataset, find, (option) => {
      box.value = option.value;
      tell(box);
    });
    box.addEventListener("input", (event) => {
      if (!event.isTrusted) return;
      clearTimeout(timer);
      timer = setTimeout(() => combobox.open(box.value), 250);
    });
    box.addEventListener("focus", () => {
      if (!box.value) combobox.open("");
    });
  }

  document.querySelectorAll("select[data-combobox]").forEach(enhance);
  document.querySelectorAll("input[data-suggest]:not(:disabled)").forEach(suggest);
})();
