// Comfort only: every page works without this file.
(() => {
  "use strict";

  const summary = document.querySelector("[data-error-summary]");
  if (summary) {
    summary.focus();
    summary.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#']");
      const place = link && document.getElementById(link.hash.slice(1));
      if (!place) return;
      const control = place.matches("input, select, textarea") ? place : place.querySelector("input, select, textarea");
      if (!control) return;
      event.preventDefault();
      control.focus();
      (control.closest(".field") || control).scrollIntoView({ block: "start" });
    });
  }

  // Whoever logs out leaves nothing behind that was kept for want of a connection: see submissions/offline.js.
  document.addEventListener("submit", (event) => {
    if (!(event.target.getAttribute("action") || "").endsWith("/logout/")) return;
    const kept = Object.keys(localStorage).filter((name) => name.startsWith("madoguchi-draft:"));
    kept.forEach((name) => localStorage.removeItem(name));
  });

  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button && !event.defaultPrevented) button.classList.add("is-sending");
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll(".is-sending").forEach((button) => button.classList.remove("is-sending"));
  });

  const menu = document.querySelector(".site-menu");
  if (menu) {
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }
})();
