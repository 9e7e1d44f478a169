// Lets the furigana follow while a name is typed. What somebody typed into the furigana box stays as it is.
(() => {
  "use strict";

  const KANA = /^[\u3041-\u3096\u30a1-\u30fa\u30fc\u309b\u309c]*/;
  const toKatakana = (text) =>
    text.replace(/[\u3041-\u3096]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));

  document.querySelectorAll("[data-kana]").forEach((place) => {
    const [name, kana] = place.querySelectorAll("input");
    if (!name || !kana || kana.disabled) return;
    let isOwn = kana.value !== "";
    let reading = "";

    const write = (text) => {
      kana.value = text;
      kana.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const add = (text) => {
      if (!isOwn && text) write(kana.value + toKatakana(text));
    };

    kana.addEventListener("input", (event) => {
      if (event.isTrusted) isOwn = kana.value !== "";
    });
    name.addEventListener("compositionstart", () => {
      reading = "";
    });
    name.addEventListener("compositionupdate", (event) => {
      // Kana, perhaps with letters that are not a syllable yet: the reading. Anything else is already converted.
      const typed = event.data || "";
      const found = typed.match(KANA)[0];
      if (/^[a-zA-Zａ-ｚＡ-Ｚ]*$/.test(typed.slice(found.length))) reading = found;
    });
    name.addEventListener("compositionend", (event) => {
      const text = event.data || "";
      if (/^[\u0020\u3000]+$/.test(text)) add("\u3000");
      else if (text) add(reading);
      reading = "";
    });
    name.addEventListener("input", (event) => {
      if (event.isComposing || isOwn) return;
      if (name.value === "" && kana.value !== "") write("");
      else if (event.inputType === "insertText" && /^[\u0020\u3000]$/.test(event.data || "") && kana.value) add("\u3000");
    });
  });
})();
