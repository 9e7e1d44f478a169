// Warns before an unused session ends and extends it without leaving the page. The end stands in a cookie, so that all
// tabs of the browser agree: whatever one of them does moves it for the others. The page works without this file.
(() => {
  "use strict";

  const dialog = document.querySelector("[data-session-end]");
  if (!dialog || !dialog.showModal) return;
  const words = dialog.dataset;
  const part = (name) => dialog.querySelector(`[data-session-${name}]`);
  const form = dialog.querySelector("form");
  const ahead = Number(words.now) * 1000 - Date.now();
  let shown = "";
  let dismissedAt = "";
  let said = 0;

  const cookie = (name) => (document.cookie.match(`(?:^|; )${name}=([^;]*)`) || [])[1] || "";
  const secondsLeft = () => Number(cookie("session_ends")) - (Date.now() + ahead) / 1000;

  function show(state, title, text) {
    part("title").textContent = title;
    part("text").textContent = text;
    form.hidden = state === "ended";
    part("login").hidden = state !== "ended";
    if (shown !== state && dialog.open) dialog.close();
    if (!dialog.open) dialog.showModal();
    shown = state;
  }

  function hide() {
    shown = "";
    said = 0;
    if (dialog.open) dialog.close();
  }

  function look() {
    const ends = cookie("session_ends");
    if (!ends) return;
    const left = secondsLeft();
    const state = left <= 0 ? "ended" : left <= Number(words.warnSeconds) ? "soon" : "";
    const minutes = Math.max(1, Math.ceil(left / 60));
    const key = `${ends} ${state}${state === "soon" && minutes === 1 ? " last" : ""}`;
    if (!state) hide();
    else if (dismissedAt === key) return;
    else if (state === "ended") show(state, words.endedTitle, words.ended);
    else {
      const time = minutes === 1 ? words.minute : words.minutes.replace("{count}", minutes);
      const text = words.soon.replace("{minutes}", time);
      show(state, words.soonTitle, text);
      if (said && said !== minutes) part("live").textContent = text;
      said = minutes;
    }
    dialog.dataset.key = key;
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    const headers = { "X-CSRFToken": cookie("csrftoken") || form.elements.csrfmiddlewaretoken.value };
    const answer = await fetch(form.action, { method: "POST", headers }).catch(() => null);
    if (answer && answer.ok) hide();
    else if (answer) show("ended", words.endedTitle, words.ended);
  });
  const dismiss = () => {
    dismissedAt = dialog.dataset.key;
    hide();
  };
  part("close").addEventListener("click", dismiss);
  dialog.addEventListener("cancel", dismiss);

  // After a log-in in another tab the tokens of this page's forms are old: take the browser's present one.
  document.addEventListener(
    "submit",
    (event) => {
      const token = event.target.elements?.csrfmiddlewaretoken;
      if (token && cookie("csrftoken")) token.value = cookie("csrftoken");
    },
    true,
  );

  setInterval(look, 5000);
  document.addEventListener("visibilitychange", look);
  look();
})();
