// What it takes from the choice of a file of ten thousand risks and twelve columns until the page says what becomes of each
// row, as text and as a workbook, and for how long the page is busy at a stretch meanwhile. `cargo xtask bench` runs it.

import { journey } from "./harness/journey.mjs";
import { fileOf } from "./harness/registers.mjs";
import { xlsx } from "./harness/workbooks.mjs";

const ROWS = 10_000;
const SHOWN = "10,000 of 10,000 rows will be added";
const HEADS = ["Reference", "Risk", "Cause", "Consequence", "Category", "Owner", "Likelihood (1-5)", "Impact (1-5)",
  "Partnership", "Status", "Review", "Notes"];

const row = (n) => [`R${n}`, `Partner ${n} withdraws from the service`, `Funding is not agreed by month ${n % 12}`,
  `Costs fall on the others, case ${n}`, "", `Officer ${n % 31}`, (n % 5) + 1, (n % 4) + 1, `Partnership ${n % 40}`, "Open",
  "2027-03-31", `Note ${n}`];
const rows = [HEADS, ...Array.from({ length: ROWS }, (_, n) => row(n))];

for (const [what, name, content, aim] of [
  ["as text", "risks.csv", () => rows.map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\r\n"), 300],
  ["as a workbook", "risks.xlsx", () => xlsx([["Risks", rows]]), 1_000],
]) {
  journey(
    `ten thousand risks ${what}`,
    async (person) => {
      await person.opens("#/import");
      // The second time the part for spreadsheets is there.
      for (const time of ["first", "again"]) {
        await person.page.evaluate(watchFromTheChoice, SHOWN);
        await person.picksFile("Choose a file, or drop it here", await fileOf(name, content()));
        await person.finds("heading", SHOWN);
        const { shown, busy } = await person.page.evaluate(() => window.watched);
        console.log(`${ROWS} risks ${what}, ${time}: ${shown.toFixed(0)} ms (aim: ${aim}), busy at a stretch for ${busy.toFixed(0)} ms`);
        await person.clicks("button", "Choose another file");
      }
    },
    { browsers: ["chromium"] },
  );
}

/** Inside the page: measures from the choice of the file, which the driver's own work ends with, until the heading stands. */
function watchFromTheChoice(heading) {
  const watched = { shown: NaN, busy: 0 };
  window.watched = watched;
  let start = NaN;
  document.addEventListener("change", () => (start = performance.now()), { capture: true, once: true });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) if (task.startTime > start) watched.busy = Math.max(watched.busy, task.duration);
  }).observe({ type: "longtask" });
  const observer = new MutationObserver(() => {
    if (![...document.querySelectorAll("h2")].some((one) => one.textContent === heading)) return;
    watched.shown = performance.now() - start;
    observer.disconnect();
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
}
