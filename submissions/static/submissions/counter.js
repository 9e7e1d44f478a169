// Counts what is left in a box with a limit, as the server counts: without control characters, kana composed, trimmed.
(() => {
  "use strict";

  const CONTROL =
    /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
  const LINE_ENDS = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;
  const COMBINED = /[\u3041-\u30ff][\u3099\u309a]/g;
  const count = (text) => {
    const kept = text.replace(LINE_ENDS, "\n").replace(CONTROL, "").replace(COMBINED, (pair) => pair.normalize("NFC"));
    return [...kept.trim()].length;
  };

  document.querySelectorAll("textarea[data-counter]").forEach((area) => {
    const limit = Number(area.dataset.counter);
    const seen = document.createElement("p");
    const heard = document.createElement("p");
    seen.className = "counter";
    seen.setAttribute("aria-hidden", "true");
    heard.className = "visually-hidden";
    heard.setAttribute("aria-live", "polite");
    area.after(seen, heard);
    let timer = 0;

    const show = () => {
      const left = limit - count(area.value);
      const words = left < 0 ? area.dataset.over : area.dataset.left;
      seen.textContent = words.replace("{count}", Math.abs(left).toLocaleString("ja-JP"));
      seen.classList.toggle("is-over", left < 0);
    };
    area.addEventListener("input", () => {
      show();
      clearTimeout(timer);
      timer = setTimeout(() => {
        heard.textContent = seen.textContent;
      }, 1000);
    });
    show();
  });
})();
