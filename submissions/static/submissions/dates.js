// Shows a date in both calendars as soon as it is complete. The server judges; this only helps to notice a slip.
(() => {
  "use strict";

  const ERAS = [
    ["令和", "R", 2019, 5, 1],
    ["平成", "H", 1989, 1, 8],
    ["昭和", "S", 1926, 12, 25],
    ["大正", "T", 1912, 7, 30],
    ["明治", "M", 1873, 1, 1],
  ];
  const yearBefore = (era) => (era[1] === "M" ? 1867 : era[2] - 1);
  const number = (year, month, day) => year * 10000 + month * 100 + day;
  const eraOf = (year, month, day) =>
    ERAS.find((era) => number(year, month, day) >= number(era[2], era[3], era[4]));
  const half = (text) => text.normalize("NFKC").replace(/\s/g, "");

  function readYear(text) {
    const western = text.match(/^([12][0-9]{3})年?$/);
    if (western) return { year: Number(western[1]) };
    const match = text.match(/^(令和|平成|昭和|大正|明治|[RHSTM])\.?(元|[0-9]{1,2})年?$/i);
    if (!match) return null;
    const era = ERAS.find((one) => one[0] === match[1] || one[1] === match[1].toUpperCase());
    return { era, year: yearBefore(era) + (match[2] === "元" ? 1 : Number(match[2])) };
  }

  const small = (text) => Number((text.match(/^([0-9]{1,2})[月日]?$/) || [0, 0])[1]);
  const japanese = (year, month, day) => {
    const era = eraOf(year, month, day);
    if (!era) return `${year}年`;
    const count = year - yearBefore(era);
    return `${era[0]}${count === 1 ? "元" : count}年`;
  };

  // The words below the boxes; empty while the date is not complete.
  function hint(place, boxes) {
    const hasDay = place.dataset.dates === "day";
    const typed = readYear(half(boxes[0].value));
    const month = small(half(boxes[1].value));
    const day = hasDay ? small(half(boxes[2].value)) : 1;
    if (!typed || month < 1 || month > 12 || day < 1) return "";
    const last = new Date(Date.UTC(typed.year, month, 0)).getUTCDate();
    if (day > last) return "";
    const tail = hasDay ? `${month}月${day}日` : `${month}月`;
    const fits = hasDay
      ? [eraOf(typed.year, month, day)]
      : [eraOf(typed.year, month, 1), eraOf(typed.year, month, last)];
    const inEra = japanese(typed.year, month, day);
    if (typed.era && !fits.includes(typed.era)) {
      return place.dataset.wrong.replace("{era}", typed.era[0]).replace("{date}", `${inEra}${tail}`);
    }
    const western = `${typed.year}年${tail}`;
    return eraOf(typed.year, month, day) ? `${western}（${inEra}）` : western;
  }

  document.querySelectorAll("[data-dates]").forEach((place) => {
    const boxes = place.querySelectorAll("input");
    const told = document.createElement("p");
    told.className = "both-calendars";
    told.setAttribute("role", "status");
    place.after(told);
    const show = () => {
      const words = hint(place, boxes);
      if (told.textContent !== words) told.textContent = words;
    };
    place.addEventListener("input", show);
    // After a refusal the server has said it already.
    if (!place.closest(".is-wrong")) show();
  });
})();
