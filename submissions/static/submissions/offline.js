// Keeps in the browser what could not be saved yet, locked with a key that lives and ends with the session, and hands
// it to the server when the draft is opened again. Without a secure connection or a log-in nothing is kept.
(() => {
  "use strict";

  const page = document.querySelector("[data-autosave]");
  if (!page) return;
  const PREFIX = "madoguchi-draft:";
  const CHOOSING = "madoguchi-choosing";
  const RESTORED = "madoguchi-restored";
  let local = null;
  let session = null;
  try {
    [local, session] = [window.localStorage, window.sessionStorage];
  } catch {
    return; // the browser forbids it: nothing is kept
  }
  const subtle = globalThis.crypto && crypto.subtle;
  const draft = page.dataset.autosave;
  const place = `${PREFIX}${draft}:${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
  let key = null;
  let keyId = "";
  let isKept = false;
  let turn = Promise.resolve();

  const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const textOf = (buffer) => btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(""));
  const cookie = (name) => (document.cookie.match(`(?:^|; )${name}=([^;]*)`) || [])[1] || "";
  const token = () => cookie("csrftoken") || page.elements.csrfmiddlewaretoken.value;
  const stepUrl = (position) => draft.replace(/autosave\/$/, `${position}/`);

  function places(start) {
    return Object.keys(local).filter((name) => name.startsWith(start));
  }

  async function fetchKey() {
    const answer = await fetch(page.dataset.key);
    if (!answer.ok) return;
    const told = await answer.json();
    key = await subtle.importKey("raw", bytesOf(told.key), "AES-GCM", false, ["encrypt", "decrypt"]);
    keyId = told.id;
    const isForeign = (name) => JSON.parse(local.getItem(name)).id !== keyId;
    places(PREFIX).filter(isForeign).forEach((name) => local.removeItem(name));
  }

  async function lock(fields) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = new TextEncoder().encode(JSON.stringify(fields));
    const locked = await subtle.encrypt({ name: "AES-GCM", iv }, key, data);
    local.setItem(place, JSON.stringify({ id: keyId, iv: textOf(iv), data: textOf(locked) }));
    isKept = true;
  }

  async function unlock(name) {
    const { iv, data } = JSON.parse(local.getItem(name));
    const fields = await subtle.decrypt({ name: "AES-GCM", iv: bytesOf(iv) }, key, bytesOf(data));
    return JSON.parse(new TextDecoder().decode(fields));
  }

  // One after the other: else an older text could be written last.
  const inTurn = (work) => {
    turn = turn.then(work).catch(() => {});
    return turn;
  };
  const offline = {
    keep: (body) => inTurn(() => key && lock([...body].filter(([name]) => name !== "csrfmiddlewaretoken"))),
    drop: () =>
      inTurn(() => {
        local.removeItem(place);
        isKept = false;
      }),
    isKept: () => isKept,
    wasRestored: Boolean(session.getItem(RESTORED)),
  };

  function bodyOf(fields) {
    const body = new FormData();
    fields.forEach(([name, value]) => body.append(name, value));
    return body;
  }

  // Both answers are shown by the page of the step: it gets what was kept as if its button had been pressed there.
  function choose(name, fields) {
    session.setItem(CHOOSING, name);
    const form = document.createElement("form");
    form.method = "post";
    form.action = stepUrl(new Map(fields).get("position"));
    for (const [field, value] of [...fields, ["csrfmiddlewaretoken", token()]]) {
      const box = document.createElement("input");
      box.type = "hidden";
      box.name = field;
      box.value = value;
      form.append(box);
    }
    document.body.append(form);
    form.submit();
  }

  async function restore() {
    let isRestored = false;
    for (const name of places(`${PREFIX}${draft}:`).filter((found) => found !== place)) {
      const fields = await unlock(name);
      const headers = { "X-CSRFToken": token() };
      const answer = await fetch(draft, { method: "POST", body: bodyOf(fields), headers });
      const told = answer.status === 409 ? await answer.json() : {};
      if (told.seen) return choose(name, fields);
      if (answer.ok || answer.status === 404) local.removeItem(name);
      isRestored = isRestored || answer.ok;
    }
    if (isRestored) {
      session.setItem(RESTORED, "1");
      window.location.reload();
    }
  }

  async function begin() {
    const chosen = session.getItem(CHOOSING);
    if (page.elements.overwrite && chosen) local.removeItem(chosen);
    session.removeItem(CHOOSING);
    await fetchKey();
    if (key && !page.elements.overwrite) await restore();
  }

  session.removeItem(RESTORED);
  globalThis.madoguchi = { ...globalThis.madoguchi, offline };
  if (subtle) begin().catch(() => {});
})();
