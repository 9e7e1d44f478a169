// A tick below each password box that shows what is typed. Without this file the box is a plain one.
(() => {
  "use strict";

  document.querySelectorAll("input[type='password'][data-show]").forEach((box) => {
    const label = document.createElement("label");
    const tick = document.createElement("input");
    tick.type = "checkbox";
    label.className = "show-password";
    label.append(tick, box.dataset.show);
    tick.addEventListener("change", () => {
      box.type = tick.checked ? "text" : "password";
    });
    box.form?.addEventListener("submit", () => {
      box.type = "password";
    });
    box.after(label);
  });
})();
