// Files beside their questions: several at once, with progress, to stop, send again, shrink and put in order.
// Without this file they go with the page, and the buttons of the list work as well.
(() => {
  "use strict";

  const form = document.getElementById("wizard");
  const words = (document.getElementById("upload-words") || { dataset: {} }).dataset;
  if (!form || !form.dataset.upload || !words.sending) return;
  const { Told, Stopped, carry, smaller } = globalThis.madoguchi.transfer;
  const AT_ONCE = 2;
  const THROUGH_AT_MOST = 20 * 1024 * 1024;
  const SHRINKABLE = ["image/jpeg", "image/png"];
  const state = form.querySelector("[data-save-state]");
  const version = form.elements.version;
  const waiting = [];
  let running = 0;
  let turn = Promise.resolve();
  let settled = null;

  const cookie = (name) => (document.cookie.match(`(?:^|; )${name}=([^;]*)`) || [])[1] || "";
  const headers = () => ({ "X-CSRFToken": cookie("csrftoken") || form.elements.csrfmiddlewaretoken.value });
  const place = (node) => node.closest(".field");
  const put = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
  const site = {
    begin: words.begin || "",
    through: form.dataset.upload,
    headers,
    version: () => version.value,
    // One after the other: each answer tells the version that the next one has to name.
    inTurn(ask) {
      const mine = turn.then(ask).then((request) => {
        version.value = request.getResponseHeader("X-Draft-Version") || version.value;
        return request;
      });
      turn = mine.catch(() => null);
      return mine;
    },
  };

  function make(tag, className, text) {
    const node = document.createElement(tag);
    node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  function button(text, name, act) {
    const node = make("button", "button button--text", text);
    node.type = "button";
    node.append(make("span", "visually-hidden", name));
    node.addEventListener("click", act);
    return node;
  }

  function picture(file) {
    if (!SHRINKABLE.includes(file.type)) return make("span", "file-item__blank");
    const node = make("img", "file-item__picture");
    node.alt = "";
    node.src = URL.createObjectURL(file);
    node.addEventListener("load", () => URL.revokeObjectURL(node.src), { once: true });
    return node;
  }

  function listOf(field) {
    const there = field.querySelector("[data-upload-list]");
    if (there) return there;
    const list = make("ul", "file-list");
    list.dataset.uploadList = "";
    field.querySelector("[data-file-list]").after(list);
    return list;
  }

  function addTask(input, file) {
    const task = { file, path: input.name, field: place(input), isStopped: false, isThrough: false, id: "" };
    task.item = make("li", "file-item");
    task.said = make("span", "file-item__state", words.waiting);
    task.bar = make("progress", "file-item__progress");
    Object.assign(task.bar, { max: file.size || 1, value: 0 });
    task.bar.setAttribute("aria-label", put(words.progress, { name: file.name }));
    const text = make("span", "file-item__text", file.name);
    text.append(task.said, task.bar);
    task.buttons = make("span", "file-item__buttons");
    task.buttons.append(button(words.stop, file.name, () => stop(task)));
    task.item.append(picture(file), text, task.buttons);
    task.progress = (loaded) => {
      task.bar.value = loaded;
      const percent = Math.min(100, Math.round((loaded / (file.size || 1)) * 100));
      task.said.textContent = loaded >= file.size ? words.checking : `${words.sending} ${percent}%`;
    };
    task.broke = () => (task.said.textContent = words.again);
    listOf(task.field).append(task.item);
    waiting.push(task);
  }

  function stop(task) {
    task.isStopped = true;
    if (task.request) task.request.abort();
    if (task.id) fetch(`${site.begin}${task.id}/cancel/`, { method: "POST", headers: headers() }).catch(() => null);
    if (waiting.includes(task)) waiting.splice(waiting.indexOf(task), 1);
    leave(task, put(words.stopped, { name: task.file.name }));
  }

  function leave(task, said) {
    const next = task.field.querySelector("input[type=file]");
    if (task.item.contains(document.activeElement)) next.focus();
    task.item.remove();
    state.textContent = said;
  }

  function showList(field, html) {
    const fresh = document.createElement("template");
    fresh.innerHTML = html.trim();
    field.querySelector("[data-file-list]").replaceWith(fresh.content);
    makeDraggable(field);
  }

  function tellFault(task, message) {
    const told = make("p", "field__error", `＊${message}`);
    told.dataset.uploadError = "";
    told.setAttribute("role", "alert");
    task.field.querySelector("input[type=file]").after(told);
  }

  function offerAgain(task) {
    task.said.textContent = words.broken;
    task.said.setAttribute("role", "alert");
    task.said.classList.add("file-item__state--bad");
    const again = button(words.resend, task.file.name, () => {
      again.remove();
      task.said.removeAttribute("role");
      task.said.classList.remove("file-item__state--bad");
      task.isThrough = task.file.size <= THROUGH_AT_MOST;
      waiting.push(task);
      pump();
    });
    task.buttons.prepend(again);
    state.textContent = "";
  }

  async function run(task) {
    try {
      task.file = await shrunk(task);
      task.bar.max = task.file.size || 1;
      task.progress(0);
      const answer = await carry(task, site);
      leave(task, put(words.done, { name: task.file.name }));
      showList(task.field, answer.responseText);
    } catch (error) {
      if (error instanceof Stopped || task.isStopped) return;
      if (!(error instanceof Told)) return offerAgain(task);
      leave(task, "");
      tellFault(task, error.message);
    }
  }

  function pump() {
    while (running < AT_ONCE && waiting.length) {
      running += 1;
      const before = settled;
      const mine = run(waiting.shift()).finally(() => {
        running -= 1;
        pump();
        if (!running) settled = null;
      });
      settled = Promise.all([before, mine]);
    }
  }

  async function pending() {
    while (settled) await settled;
  }
  globalThis.madoguchi.uploads = { pending: () => (settled ? pending() : null) };

  // Only if the person ticked it: what a camera wrote is evidence, and stays as it is otherwise.
  async function shrunk(task) {
    const box = task.field.querySelector("[data-shrink]");
    if (!box || !box.checked || !SHRINKABLE.includes(task.file.type)) return task.file;
    try {
      const image = await createImageBitmap(task.file);
      const size = smaller(image.width, image.height);
      if (!size) return task.file;
      const canvas = Object.assign(document.createElement("canvas"), size);
      const pen = canvas.getContext("2d");
      pen.fillStyle = "white";
      pen.fillRect(0, 0, size.width, size.height);
      pen.drawImage(image, 0, 0, size.width, size.height);
      const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
      if (!blob || blob.size >= task.file.size) return task.file;
      const name = `${task.file.name.replace(/\.[^.]*$/, "")}.jpg`;
      return new File([blob], name, { type: "image/jpeg", lastModified: task.file.lastModified });
    } catch {
      return task.file;
    }
  }

  function take(input, files) {
    place(input)
      .querySelectorAll("[data-upload-error]")
      .forEach((old) => old.remove());
    for (const file of files) addTask(input, file);
    pump();
  }

  form.addEventListener("change", (event) => {
    const input = event.target;
    if (input.type !== "file" || !input.files.length) return;
    const files = [...input.files];
    input.value = "";
    take(input, files);
  });

  form.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files") && dropPlace(event)) event.preventDefault();
  });
  form.addEventListener("drop", (event) => {
    const input = dropPlace(event);
    if (!input || !event.dataTransfer.files.length) return;
    event.preventDefault();
    take(input, [...event.dataTransfer.files].slice(0, input.multiple ? undefined : 1));
  });
  const dropPlace = (event) => {
    const field = place(event.target);
    return field && field.querySelector("input[type=file]:not(:disabled)");
  };

  window.addEventListener("beforeunload", (event) => {
    if (settled) event.preventDefault();
  });

  // The order of the files of a question: by the buttons, or by dragging.
  async function order(field, ids) {
    const body = new FormData();
    body.append("path", field.querySelector("input[type=file]").name);
    body.append("version", version.value);
    ids.forEach((id) => body.append("ids", id));
    const request = await site.inTurn(async () => {
      const answer = await fetch(`${site.through}order/`, { method: "POST", body, headers: headers() });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const html = await answer.text();
      return { html, getResponseHeader: (name) => answer.headers.get(name) };
    });
    showList(field, request.html);
    state.textContent = words.moved;
  }

  const idsOf = (field) => [...field.querySelectorAll("[data-file]")].map((item) => item.dataset.file);

  form.addEventListener("click", async (event) => {
    const pressed = event.target.closest("button[name=move_file]");
    if (!pressed) return;
    event.preventDefault();
    const field = place(pressed);
    const id = pressed.closest("[data-file]").dataset.file;
    const isUp = pressed.value.endsWith(":up");
    const ids = idsOf(field);
    const from = ids.indexOf(id);
    const to = from + (isUp ? -1 : 1);
    [ids[from], ids[to]] = [ids[to], ids[from]];
    try {
      await order(field, ids);
    } catch {
      state.textContent = words.broken;
      return;
    }
    const buttons = [...field.querySelectorAll(`[data-file="${id}"] button[name=move_file]`)];
    const same = buttons[isUp ? 0 : 1];
    (same.disabled ? buttons[isUp ? 1 : 0] : same).focus();
  });

  function makeDraggable(field) {
    const items = [...field.querySelectorAll("[data-file]")];
    for (const item of items) item.draggable = items.length > 1;
  }
  let dragged = null;
  form.addEventListener("dragstart", (event) => {
    dragged = event.target.closest ? event.target.closest("[data-file]") : null;
    if (dragged) event.dataTransfer.effectAllowed = "move";
  });
  form.addEventListener("dragover", (event) => {
    const over = dragged && event.target.closest("[data-file]");
    if (!over || over.parentNode !== dragged.parentNode) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    if (over !== dragged) over[event.clientY > box.top + box.height / 2 ? "after" : "before"](dragged);
  });
  form.addEventListener("dragend", () => {
    const field = dragged && place(dragged);
    dragged = null;
    if (field) order(field, idsOf(field)).catch(() => (state.textContent = words.broken));
  });
  form.querySelectorAll(".field").forEach(makeDraggable);

  for (const input of form.querySelectorAll("input[type=file][data-shrinks]")) {
    const label = make("label", "file-shrink");
    const box = make("input", "");
    Object.assign(box, { type: "checkbox" });
    box.dataset.shrink = "";
    label.append(box, make("span", "", words.shrink));
    input.after(label);
  }
})();
