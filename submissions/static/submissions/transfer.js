// Carries one file: straight to the bucket, in a piece or in parts, or through the site. Knows nothing of the page.
(() => {
  "use strict";

  const TRIES = 4;
  const EDGE = 64 * 1024;
  const LONGEST_SIDE = 2000;

  class Told extends Error {}
  /* The server has said what is wrong: sending the same again is of no use. */
  class Broken extends Error {}
  /* The line was cut, or the other side is not well: again, later. */
  class Stopped extends Error {}

  const waitOf = (attempt) => Math.min(30000, 1000 * 3 ** attempt);

  /** What an answer means: nothing if it is good, else the error to throw. */
  function judge(status, message) {
    if (status >= 200 && status < 300) return null;
    if ([400, 401, 404, 422].includes(status) && message) return new Told(message);
    return new Broken(message || `status ${status}`);
  }

  /** The size of a picture whose longer side is at most `longest`; null if it is small already. */
  function smaller(width, height, longest = LONGEST_SIDE) {
    const scale = longest / Math.max(width, height);
    return scale >= 1 ? null : { width: Math.round(width * scale), height: Math.round(height * scale) };
  }

  /** A mark by which the same file is known again: size, moment, and its two ends. */
  async function fingerprint(file) {
    const plain = `${file.size}-${file.lastModified}`;
    if (!globalThis.crypto || !crypto.subtle) return plain;
    const ends = await new Blob([plain, file.slice(0, EDGE), file.slice(-EDGE)]).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", ends));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function messageOf(request) {
    try {
      return JSON.parse(request.responseText).message || "";
    } catch {
      return "";
    }
  }

  /** One request; `task.stop` ends it. Resolves with the request, or throws what `judge` says. */
  function ask(task, method, url, body, { headers = {}, progress = null, isForeign = false } = {}) {
    return new Promise((resolve, reject) => {
      if (task.isStopped) return reject(new Stopped());
      const request = new XMLHttpRequest();
      task.request = request;
      request.open(method, url);
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      if (progress) request.upload.addEventListener("progress", (event) => progress(event.loaded));
      request.addEventListener("loadend", () => {
        const error = judge(request.status, isForeign ? "" : messageOf(request));
        if (task.isStopped) reject(new Stopped());
        else if (error) reject(error);
        else resolve(request);
      });
      request.send(body);
    });
  }

  function formOf(fields) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return form;
  }

  async function sendParts(task, told) {
    let done = task.file.size - told.parts.reduce((sum, part) => sum + part.size, 0);
    task.progress(done);
    for (const part of told.parts) {
      const piece = task.file.slice(part.start, part.start + part.size);
      const progress = (loaded) => task.progress(done + loaded);
      await ask(task, "PUT", part.url, piece, { progress, isForeign: true });
      done += part.size;
    }
  }

  async function sendDirectly(task, site) {
    const what = { path: task.path, name: task.file.name, size: task.file.size, fingerprint: task.mark };
    const begun = await ask(task, "POST", site.begin, formOf(what), { headers: site.headers() });
    if (begun.status === 204) return sendThrough(task, site);
    const told = JSON.parse(begun.responseText);
    task.id = told.id;
    if (told.form) {
      const form = formOf(told.form.fields);
      form.append("file", task.file);
      await ask(task, "POST", told.form.url, form, { progress: task.progress, isForeign: true });
    } else await sendParts(task, told);
    return site.inTurn(() =>
      ask(task, "POST", `${site.begin}${told.id}/`, formOf({ version: site.version() }), { headers: site.headers() }),
    );
  }

  function sendThrough(task, site) {
    return site.inTurn(() => {
      const form = formOf({ path: task.path, version: site.version() });
      form.append("file", task.file);
      return ask(task, "POST", site.through, form, { headers: site.headers(), progress: task.progress });
    });
  }

  const pause = (milliseconds) =>
    new Promise((resolve) => {
      const isOffline = globalThis.navigator && navigator.onLine === false;
      if (!isOffline) setTimeout(resolve, milliseconds);
      if (globalThis.addEventListener) globalThis.addEventListener("online", resolve, { once: true });
    });

  /** Send `task` with its tries; the answer that holds the new list of files. */
  async function carry(task, site, sleep = pause) {
    const isDirect = site.begin && !task.isThrough;
    if (isDirect) task.mark = await fingerprint(task.file);
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await (isDirect ? sendDirectly(task, site) : sendThrough(task, site));
      } catch (error) {
        if (!(error instanceof Broken) || attempt + 1 >= TRIES) throw error;
        task.broke();
        await sleep(waitOf(attempt));
      }
    }
  }

  const known = globalThis.madoguchi || (globalThis.madoguchi = {});
  known.transfer = { Told, Broken, Stopped, carry, fingerprint, judge, smaller, waitOf };
})();
