// Saves while somebody types, sends files at once, fills addresses. The page works without this file.
(() => {
  "use strict";

  const form = document.getElementById("wizard");
  const state = form && form.querySelector("[data-save-state]");
  if (!form || !state) return;
  const words = state.dataset;
  const version = form.elements.version;
  const touched = new Set();
  let timer = 0;
  let delay = 800;
  let saving = null;
  let uploads = null;
  let hasFailed = false;

  const cookie = (name) => (document.cookie.match(`(?:^|; )${name}=([^;]*)`) || [])[1] || "";
  const token = () => cookie("csrftoken") || form.elements.csrfmiddlewaretoken.value;
  const clock = () => new Date().toLocaleTimeString("ja-JP", { hour: "2-digit", minute: "2-digit" });

  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  function save(options) {
    if (saving || !touched.size) return;
    saving = post(options).finally(() => {
      saving = null;
      if (touched.size) later(delay);
    });
  }

  async function post(options) {
    const names = [...touched];
    touched.clear();
    state.textContent = words.saving;
    const body = new FormData();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && name !== "overwrite") body.append(name, value);
    }
    try {
      const headers = { "X-CSRFToken": token() };
      const answer = await fetch(form.dataset.autosave, { method: "POST", body, headers, ...options });
      const told = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : {};
      if (answer.ok) {
        version.value = told.version;
        state.textContent = `${words.saved} ${clock()}`;
        delay = 800;
      } else {
        state.textContent = told.message || words.failed;
        if (answer.status >= 500) throw new Error("later");
      }
      hasFailed = !answer.ok;
    } catch {
      names.forEach((name) => touched.add(name));
      state.textContent = words.failed;
      delay = Math.min(delay * 2, 30000);
      hasFailed = true;
    }
  }

  form.addEventListener("input", (event) => {
    if (event.target.type === "file" || !event.target.name) return;
    touched.add(event.target.name);
    later(delay);
  });
  // A save or a file under way has to arrive first: else the server takes it for the work of another window.
  let isWaiting = false;
  form.addEventListener("submit", async (event) => {
    clearTimeout(timer);
    if (saving || uploads) {
      event.preventDefault();
      if (isWaiting) return;
      isWaiting = true;
      const patience = new Promise((resolve) => setTimeout(resolve, 10000));
      await Promise.all([uploads, Promise.race([saving, patience])]);
      clearTimeout(timer);
      saving = uploads = null;
      isWaiting = false;
      form.requestSubmit(event.submitter);
      return;
    }
    touched.clear();
    hasFailed = false;
    const hidden = form.elements.csrfmiddlewaretoken;
    if (hidden && cookie("csrftoken")) hidden.value = cookie("csrftoken");
  });
  window.addEventListener("beforeunload", (event) => {
    if (hasFailed || (saving && touched.size)) event.preventDefault();
    else save({ keepalive: true });
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });

  const send = (input, file) =>
    new Promise((resolve) => {
      const body = new FormData();
      body.append("path", input.name);
      body.append("file", file);
      body.append("version", version.value);
      const request = new XMLHttpRequest();
      request.open("POST", form.dataset.upload);
      request.setRequestHeader("X-CSRFToken", token());
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) {
          state.textContent = `${words.uploading} ${Math.round((event.loaded / event.total) * 100)}%`;
        }
      });
      request.addEventListener("loadend", () => resolve(request));
      request.send(body);
    });

  const place = (input) => input.closest(".field");

  function show(input, request) {
    const field = place(input);
    if (request.status === 200) {
      version.value = request.getResponseHeader("X-Draft-Version") || version.value;
      const list = field.querySelector("[data-file-list]");
      const fresh = document.createElement("template");
      fresh.innerHTML = request.responseText.trim();
      list.replaceWith(fresh.content);
      state.textContent = `${words.saved} ${clock()}`;
      return;
    }
    const told = document.createElement("p");
    told.className = "field__error";
    told.dataset.uploadError = "";
    told.setAttribute("role", "alert");
    let message = words.failed;
    try {
      message = JSON.parse(request.responseText).message || message;
    } catch {
      /* an answer without a sentence */
    }
    told.textContent = `＊${message}`;
    input.after(told);
    state.textContent = "";
  }

  async function upload(input) {
    place(input)
      .querySelectorAll("[data-upload-error]")
      .forEach((old) => old.remove());
    for (const file of [...input.files]) show(input, await send(input, file));
    input.value = "";
  }

  form.addEventListener("change", (event) => {
    const input = event.target;
    if (input.type !== "file" || !input.files.length) return;
    const all = Promise.all([uploads, upload(input)]).finally(() => {
      if (uploads === all) uploads = null;
    });
    uploads = all;
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
