// Saves while somebody types, fills addresses. The page works without this file.
(() => {
  "use strict";

  const form = document.getElementById("wizard");
  const state = form && form.querySelector("[data-save-state]");
  if (!form || !state) return;
  const words = state.dataset;
  const version = form.elements.version;
  const nothing = { keep: () => Promise.resolve(), drop: () => {}, isKept: () => false, wasRestored: false };
  const { offline = nothing } = globalThis.madoguchi || {};
  const isChoosing = Boolean(form.elements.overwrite);
  const seen = new Map();
  let timer = 0;
  let delay = 800;
  let saving = null;
  let failure = "";
  let isLeaving = false;
  let lastSaved = "";

  const cookie = (name) => (document.cookie.match(`(?:^|; )${name}=([^;]*)`) || [])[1] || "";
  const token = () => cookie("csrftoken") || form.elements.csrfmiddlewaretoken.value;
  const clock = () => new Date().toLocaleTimeString("ja-JP", { hour: "2-digit", minute: "2-digit" });

  // What differs from what the server knows: only that is sent, so that another window's answers stay as they are.
  const NOT_TYPED = new Set(["hidden", "file", "submit", "button", "reset", "fieldset", "output"]);
  const isTick = (box) => box.type === "checkbox" || box.type === "radio";
  const options = (box, isChosen) => [...box.options].filter(isChosen).map((option) => option.value);
  const typed = (box) => {
    if (isTick(box)) return box.checked ? [box.value] : [];
    return box.options ? options(box, (option) => option.selected) : [box.value];
  };
  const shown = (box) => {
    if (isTick(box)) return box.defaultChecked ? [box.value] : [];
    if (!box.options) return [box.defaultValue];
    const chosen = options(box, (option) => option.defaultSelected);
    return chosen.length || box.multiple ? chosen : options(box, (option) => option.index === 0);
  };
  function values(read) {
    const found = new Map();
    for (const box of form.elements) {
      if (box.name && !NOT_TYPED.has(box.type)) found.set(box.name, [...(found.get(box.name) || []), ...read(box)]);
    }
    return new Map([...found].map(([name, list]) => [name, JSON.stringify(list)]));
  }
  const known = values(shown);
  const changed = () => [...values(typed)].filter(([name, value]) => known.get(name) !== value).map(([name]) => name);
  const belongs = (name, key) => name === key || name.startsWith(`${key}-`) || name.startsWith(`${key}.`);

  form.addEventListener("formdata", ({ formData }) => {
    if (isChoosing) return;
    ["", ...changed()].forEach((name) => formData.append("changed", name));
    seen.forEach((number, key) => formData.append("seen", `${key}:${number}`));
  });

  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  function save(settings) {
    if (saving || isChoosing || !changed().length) return;
    saving = post(settings).finally(() => {
      saving = null;
      if (failure !== "told" && changed().length) later(delay);
    });
  }

  function tell(told) {
    lastSaved = clock();
    state.textContent = told.message || `${words.saved} ${lastSaved}`;
  }

  function tellFailure() {
    const parts = [navigator.onLine ? words.failed : words.offline];
    if (offline.isKept()) parts.push(words.kept);
    if (lastSaved) parts.push(words.last.replace("{time}", lastSaved));
    const text = parts.join(" ");
    if (state.textContent !== text) state.textContent = text;
  }

  function learn(told, sent) {
    if (told.version) version.value = told.version;
    const keys = told.seen ? Object.keys(told.seen) : null;
    for (const key of keys || []) seen.set(key, told.seen[key]);
    for (const [name, value] of sent) {
      if (!keys || keys.some((key) => belongs(name, key))) known.set(name, value);
    }
  }

  async function post(settings) {
    const sent = values(typed);
    const body = new FormData();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string") body.append(name, value);
    }
    const kept = offline.keep(body);
    const slow = setTimeout(() => {
      if (!failure) state.textContent = words.saving;
    }, 600);
    try {
      const headers = { "X-CSRFToken": token() };
      const signal = AbortSignal.timeout(20000);
      const answer = await fetch(form.dataset.autosave, { method: "POST", body, headers, signal, ...settings });
      const told = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : {};
      if (answer.status >= 500) throw new Error("later");
      failure = answer.ok ? "" : "told";
      if (answer.ok || told.seen) learn(told, sent);
      if (answer.ok) {
        offline.drop();
        delay = 800;
        tell(told);
      } else state.textContent = told.message || words.failed;
    } catch {
      failure = "later";
      delay = Math.min(delay * 2, 30000);
      await kept;
      tellFailure();
    } finally {
      clearTimeout(slow);
    }
  }

  form.addEventListener("input", (event) => {
    if (event.target.type === "file" || !event.target.name) return;
    if (isChoosing) state.textContent = words.choosing;
    later(failure === "later" ? Math.min(delay, 2000) : delay);
  });
  const again = () => {
    if (!failure) return;
    delay = 800;
    later(0);
  };
  window.addEventListener("online", again);
  window.addEventListener("offline", () => {
    if (changed().length) later(0);
    else state.textContent = words.idle;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") again();
  });
  // A save or a file under way has to arrive first: else the server takes it for the work of another window.
  let isWaiting = false;
  form.addEventListener("submit", async (event) => {
    clearTimeout(timer);
    if (!navigator.onLine) {
      event.preventDefault();
      save();
      tellFailure();
      return;
    }
    const uploads = globalThis.madoguchi.uploads ? globalThis.madoguchi.uploads.pending() : null;
    if (saving || uploads) {
      event.preventDefault();
      if (isWaiting) return;
      isWaiting = true;
      const patience = new Promise((resolve) => setTimeout(resolve, 10000));
      await Promise.all([uploads, Promise.race([saving, patience])]);
      clearTimeout(timer);
      saving = null;
      isWaiting = false;
      form.requestSubmit(event.submitter);
      return;
    }
    failure = "";
    isLeaving = true;
    const hidden = form.elements.csrfmiddlewaretoken;
    if (hidden && cookie("csrftoken")) hidden.value = cookie("csrftoken");
  });
  window.addEventListener("beforeunload", (event) => {
    if (isLeaving || isChoosing) return;
    if (failure && changed().length && !offline.isKept()) event.preventDefault();
    else save({ keepalive: true, signal: undefined });
  });
  if (isChoosing) state.textContent = words.choosing;
  else if (offline.wasRestored) state.textContent = words.restored;
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });

  form.addEventListener("click", async (event) => {
    const button = event.target.closest("button[name=address]");
    if (!button) return;
    const box = (part) => form.elements[`${button.value}-${part}`];
    if (!box("postal_code") || !box("postal_code").value) return;
    event.preventDefault();
    const query = new URLSearchParams({ code: box("postal_code").value });
    try {
      const answer = await fetch(`${form.dataset.postal}?${query}`);
      const { addresses } = await answer.json();
      if (addresses.length !== 1) throw new Error("nothing to fill in, or a choice: the server's page shows it");
      const [address] = addresses;
      for (const part of ["prefecture", "city", "street"]) {
        const isLonger = part === "street" && address.street && box(part).value.startsWith(address.street);
        if (!isLonger) box(part).value = address[part];
        box(part).dispatchEvent(new Event("input", { bubbles: true }));
      }
      box("street").focus();
    } catch {
      const hidden = document.createElement("input");
      hidden.type = "hidden";
      hidden.name = "address";
      hidden.value = button.value;
      form.append(hidden);
      form.requestSubmit();
    }
  });
})();
