// Shows, hides and works out while somebody types what the server does when the answers are saved.
(() => {
  "use strict";

  const data = document.getElementById("form-rules");
  const page = document.getElementById("wizard");
  if (!data || !page) return;
  const form = JSON.parse(data.textContent);
  const { Evaluation } = globalThis.madoguchi;

  const half = (text) => text.normalize("NFKC").replace(/[ー―‐−–—]/g, "-").trim();
  const ERAS = { 令和: 2018, r: 2018, 平成: 1988, h: 1988, 昭和: 1925, s: 1925, 大正: 1911, t: 1911, 明治: 1867, m: 1867 };

  function isoDate(year, month, day) {
    const [, era = "", number] = half(year).toLowerCase().match(/^([^0-9元]*?)\s*([0-9]+|元)年?$/) || [];
    if (number === undefined || (era && !(era in ERAS))) return null;
    const full = (era ? ERAS[era] : 0) + (number === "元" ? 1 : Number(number));
    const [m, d] = [half(month).replace("月", ""), half(day).replace("日", "")];
    if (full < 1000 || !/^[0-9]{1,2}$/.test(m) || !/^[0-9]{1,2}$/.test(d)) return null;
    return `${String(full).padStart(4, "0")}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  }

  const boxes = (name) => [...page.elements].filter((box) => box.name === name);
  const text = (name) => (boxes(name)[0] ? boxes(name)[0].value.trim() : "");
  const parts = (path) => {
    const named = [...page.elements].filter((box) => box.name && box.name.startsWith(`${path}-`));
    return Object.fromEntries(named.map((box) => [box.name.slice(path.length + 1), box.value.trim()]));
  };
  const ticked = (path) => boxes(path).filter((box) => box.checked).map((box) => box.value);

  const READERS = {
    integer: (path) => {
      const digits = half(text(path)).replace(/[,、円¥\s]|[^0-9-]+$/g, "");
      return /^-?[0-9]{1,15}$/.test(digits) ? Number(digits) : null;
    },
    decimal: (path) => {
      const digits = half(text(path)).replace(/[,、\s]|[^0-9.-]+$/g, "");
      return /^-?[0-9]+(\.[0-9]+)?$/.test(digits) ? digits : null;
    },
    date: (path) => {
      const { year = "", month = "", day = "" } = parts(path);
      return isoDate(year, month, day);
    },
    month: (path) => {
      const { year = "", month = "" } = parts(path);
      return (isoDate(year, month, "1") || "").slice(0, 7) || null;
    },
    period: (path) => {
      const ends = ["from", "to"].map((end) => [end, READERS.date(`${path}-${end}`)]);
      return ends.every(([, day]) => day) ? Object.fromEntries(ends) : null;
    },
    radio: (path) => ticked(path)[0] || null,
    checkboxes: ticked,
    declaration: (path) => (boxes(path).some((box) => box.checked) ? true : null),
    address: parts,
    name: parts,
    bank: (path) => {
      const typed = parts(path);
      const kind = ticked(`${path}-kind`)[0] || "";
      return Object.values({ ...typed, kind: "" }).some(Boolean) ? { ...typed, kind } : null;
    },
    file: (path) => {
      const list = page.querySelectorAll(`[name=remove_file][value^="${CSS.escape(path)}:"]`);
      return [...list].map((button) => button.value);
    },
  };
  Object.assign(READERS, { money: READERS.integer, yesno: READERS.radio, delivery: READERS.radio, photo: READERS.file });
  const read = (key, path) => (READERS[form.fields[key].kind] || ((place) => half(text(place)) && text(place)))(path);

  const itemOf = (path) => page.querySelector(`[data-item="${CSS.escape(path)}"]`);
  const onPage = (key, prefix) => {
    const path = `${prefix}${key}`;
    const named = [...page.elements].some((box) => box.name === path || (box.name && box.name.startsWith(`${path}-`)));
    return named || itemOf(path) !== null || document.getElementById(`group-${path}`) !== null;
  };

  function valuesAt(groups, prefix) {
    const values = {};
    for (const [key, field] of Object.entries(form.fields)) {
      if (field.groups.join() !== groups.join() || field.kind === "calculated" || !onPage(key, prefix)) continue;
      values[key] = field.kind === "group" ? rowsAt(key, groups, `${prefix}${key}`) : read(key, `${prefix}${key}`);
    }
    return values;
  }

  function rowsAt(group, groups, path) {
    return [...page.querySelectorAll("[data-row]")]
      .filter((row) => row.dataset.row.startsWith(`${path}.`) && !row.dataset.row.slice(path.length + 1).includes("."))
      .map((row) => ({ id: row.dataset.row.slice(path.length + 1), ...valuesAt([...groups, group], `${row.dataset.row}.`) }));
  }

  const money = (value) => Number(String(value).split(".")[0]).toLocaleString("ja-JP");
  function inWords(value, { shown_as: shownAs = "number", unit = "" }) {
    if (value === null) return "";
    if (shownAs === "text") return value;
    if (shownAs === "date") {
      const date = new Date(`${value}T00:00:00`);
      const era = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { era: "long", year: "numeric" }).format(date);
      return `${date.getFullYear()}年（${era}）${date.getMonth() + 1}月${date.getDate()}日`;
    }
    const [, decimals] = String(value).split(".");
    return `${money(value)}${decimals ? `.${decimals}` : ""}${shownAs === "money" ? "円" : unit}`;
  }

  function apply(area, key, path) {
    const item = itemOf(path);
    const field = form.fields[key];
    if (!item) return;
    const isShown = area.isShown(key);
    item.hidden = !isShown;
    const badge = item.querySelector(".badge--required, .badge:not(.badge--locked)");
    if (badge && field.kind !== "group") {
      const isRequired = area.isRequired(key);
      badge.textContent = isRequired ? page.dataset.required : page.dataset.optional;
      badge.classList.toggle("badge--required", isRequired);
    }
    for (const choice of Object.keys(field.choices || {})) {
      const box = boxes(path).find((found) => found.value === choice) || [...item.querySelectorAll("option")].find((found) => found.value === choice);
      if (!box) continue;
      const isOffered = area.isWanted(`${key}:${choice}`);
      box.disabled = !isOffered;
      (box.closest("label") || box).hidden = !isOffered;
    }
    const output = item.querySelector("[data-value]");
    if (output && field.kind === "calculated") {
      const words = inWords(area.value(key), field.options) || output.dataset.unknown;
      if (output.textContent !== words) output.textContent = words;
    }
    const warnings = isShown ? area.sentences("warn", key) : [];
    const place = [...item.children].find((child) => "warnings" in child.dataset);
    if (place && [...place.children].map((child) => child.textContent).join() !== warnings.join()) {
      place.replaceChildren(
        ...warnings.map((sentence) => Object.assign(document.createElement("p"), { className: "rule-warning", textContent: sentence })),
      );
    }
  }

  function refresh() {
    const evaluation = new Evaluation(form, { ...form.answers, ...valuesAt([], "") });
    for (const key of Object.keys(form.fields)) {
      const { groups } = form.fields[key];
      const areas = groups.reduce((found, group) => found.flatMap((area) => area.allRows(group)), [evaluation.top]);
      for (const area of areas) apply(area, key, `${area.prefix}${key}`);
    }
  }

  const told = document.createElement("input");
  Object.assign(told, { type: "hidden", name: "rules", value: "1" });
  page.append(told);
  page.addEventListener("input", refresh);
  page.addEventListener("change", refresh);
  refresh();
})();
