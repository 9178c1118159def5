// What it takes to read and merge two thousand submissions of 170 risks each, in as many files or in one, and for how
// long the page is busy at a stretch meanwhile. `cargo xtask bench` runs it.

import { journey } from "./harness/journey.mjs";
import { fileOf, withCouncil } from "./harness/registers.mjs";
import { RISKS, filesOf, manySubmissions } from "./harness/submissions.mjs";

/** Milliseconds within which all are merged and shown, and for which the page may be busy at a stretch. */
const MERGED = 5_000;
const BUSY = 200;

for (const [how, pick] of [
  ["in as many files", filesOf],
  ["in one file", async (lines) => [await fileOf("club.ndjson", lines.join("\n"))]],
]) {
  journey(
    `two thousand submissions ${how}`,
    async (person) => {
      const paths = await pick(manySubmissions(2000));
      await withCouncil(person, "#/benchmark/peers");
      await person.page.evaluate(watchFromTheChoice);
      await person.picksFile("Choose submissions, or drop them here", ...paths);
      await person.sees("Bodies compared: 2,000.");
      const { merged, busy, seen } = await person.page.evaluate(() => window.watched);
      console.log(`2,000 submissions of ${RISKS} risks ${how}: ${merged.toFixed(0)} ms (aim: ${MERGED})`);
      console.log(`  busy at a stretch for ${busy.toFixed(0)} ms (aim: ${BUSY}), told how far it was ${seen} times`);
    },
    { browsers: ["chromium"] },
  );
}

/** Inside the page: measures from the choice of files, which the driver's own work ends with, until the figures stand. */
function watchFromTheChoice() {
  const watched = { merged: NaN, busy: 0, seen: 0 };
  window.watched = watched;
  let start = NaN;
  document.addEventListener("change", () => (start = performance.now()), { capture: true, once: true });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) if (task.startTime > start) watched.busy = Math.max(watched.busy, task.duration);
  }).observe({ type: "longtask" });
  new MutationObserver(() => {
    watched.seen += 1;
    if (Number.isNaN(watched.merged) && document.body.textContent.includes("Bodies compared: 2,000.")) {
      watched.merged = performance.now() - start;
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
