// Runs transfer.js against a network that is cut at will; prints what happened as JSON.
"use strict";

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { runInThisContext } = require("node:vm");

const name = "transfer.js";
const script = join(__dirname, "../../../submissions/static/submissions", name);
runInThisContext(readFileSync(script, "utf8"), name);
const { Told, Broken, Stopped, carry, fingerprint, judge, smaller, waitOf } = globalThis.madoguchi.transfer;

/** Answers each request by `answers(method, url)`: [status, text]; remembers what was asked. */
function network(answers) {
  const asked = [];
  globalThis.XMLHttpRequest = class {
    constructor() {
      this.upload = { addEventListener: (_name, heard) => (this.heard = heard) };
      this.status = 0;
      this.responseText = "";
    }
    open(method, url) {
      Object.assign(this, { method, url });
    }
    setRequestHeader() {}
    addEventListener(_name, ended) {
      this.ended = ended;
    }
    abort() {
      this.ended();
    }
    send(body) {
      asked.push(`${this.method} ${this.url}${body.size ? ` ${body.size}` : ""}`);
      if (this.heard) this.heard({ loaded: body.size || 1 });
      [this.status, this.responseText] = answers(this.method, this.url, asked.length);
      setTimeout(() => this.ended());
    }
  };
  return asked;
}

const site = {
  begin: "/uploads/",
  through: "/files/",
  headers: () => ({}),
  version: () => "1",
  inTurn: (ask) => ask(),
};
const task = (more = {}) => {
  const file = new File([new Uint8Array(30)], "a.pdf", { lastModified: 5 });
  const said = [];
  return { file, path: "photo", isStopped: false, said, progress: (loaded) => said.push(loaded), broke: () => said.push("broke"), ...more };
};
const noSleep = async () => {};
const parts = (...numbers) => JSON.stringify({ id: "u", parts: numbers.map((number) => ({ number, start: (number - 1) * 10, size: 10, url: `/part/${number}` })) });

async function resumes() {
  let isCut = true;
  let missing = [1, 2, 3];
  const asked = network((_method, url) => {
    if (url === "/uploads/") return [201, parts(...missing)];
    if (url === "/part/2" && isCut) {
      isCut = false;
      missing = [2, 3];
      return [0, ""];
    }
    return [200, "list"];
  });
  const one = task();
  const answer = await carry(one, site, noSleep);
  return { asked, text: answer.responseText, said: one.said };
}

async function ends(answers, more) {
  const asked = network(answers);
  const one = task(more);
  try {
    await carry(one, { ...site, begin: "" }, noSleep);
  } catch (error) {
    const kind = [Told, Broken, Stopped].find((known) => error instanceof known);
    return [kind.name, error.message, asked.length];
  }
  return ["done", "", asked.length];
}

(async () => {
  const same = new File(["abc"], "b.pdf", { lastModified: 5 });
  const result = {
    resumes: await resumes(),
    refused: await ends(() => [422, '{"message": "大きすぎます"}']),
    down: await ends(() => [503, ""]),
    stopped: await ends(() => [200, ""], { isStopped: true }),
    recovers: await ends((_method, _url, turn) => (turn < 3 ? [0, ""] : [200, ""])),
    waits: [0, 1, 2, 9].map(waitOf),
    small: [smaller(1000, 800), smaller(4000, 3000), smaller(100, 8000)],
    judged: [200, 204, 403, 409, 422].map((status) => (judge(status, "") || { constructor: { name: "fine" } }).constructor.name),
    isKnownAgain: (await fingerprint(same)) === (await fingerprint(new File(["abc"], "c.pdf", { lastModified: 5 }))),
    isAnother: (await fingerprint(same)) !== (await fingerprint(new File(["abd"], "b.pdf", { lastModified: 5 }))),
  };
  console.log(JSON.stringify(result));
})();
