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
  let isSending = false;
  let delay = 800;

  const cookie = (name) => (document.cookie.match(`(?:^|; )${name}=([^;]*)`) || [])[1] || "";
  const token = () => cookie("csrftoken") || form.elements.csrfmiddlewaretoken.value;
  const clock = () => new Date().toLocaleTimeString("ja-JP", { hour: "2-digit", minute: "2-digit" });

  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  async function save() {
    if (isSending || !touched.size) return;
    isSending = true;
    const names = [...touched];
    touched.clear();
    state.textContent = words.saving;
    const body = new FormData();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && name !== "overwrite") body.append(name, value);
    }
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body, headers: { "X-CSRFToken": token() } });
      const told = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : {};
      if (answer.ok) {
        version.value = told.version;
        state.textContent = `${words.saved} ${clock()}`;
        delay = 800;
      } else {
        state.textContent = told.message || words.failed;
        if (answer.status >= 500) throw new Error("later");
      }
    } catch {
      names.forEach((name) => touched.add(name));
      state.textContent = words.failed;
      delay = Math.min(delay * 2, 30000);
      later(delay);
    } finally {
      isSending = false;
    }
    if (touched.size) later(delay);
  }

  form.addEventListener("input", (event) => {
    if (event.target.type === "file" || !event.target.name) return;
    touched.add(event.target.name);
    later(delay);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    touched.clear();
    const hidden = form.elements.csrfmiddlewaretoken;
    if (hidden && cookie("csrftoken")) hidden.value = cookie("csrftoken");
  });
  window.addEventListener("beforeunload", () => {
    if (touched.size) save();
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
    field.querySelectorAll("[data-upload-error]").forEach((old) => old.remove());
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

  form.addEventListener("change", async (event) => {
    const input = event.target;
    if (input.type !== "file" || !input.files.length) return;
    for (const file of [...input.files]) show(input, await send(input, file));
    input.value = "";
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
