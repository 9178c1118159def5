// A national club: two thousand submissions of 170 risks each, in as many files or in one, are read and merged
// while the page stays alive. What it takes is measured and printed.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { fileOf, withCouncil } from "./harness/registers.mjs";
import { RISKS, filesOf, submission } from "./harness/submissions.mjs";

const CHOOSE = "Choose submissions, or drop them here";
const SECTORS = ["council", "police", "fire", "health", "charity", "other"];

/** Milliseconds within which all are merged and shown. */
const LIMIT = 5_000;
/** The longest that the page may be busy at a stretch, in milliseconds, and how much slower these machines may be. */
const BUSY = 200;
const LENIENCE = 4;

for (const [how, pick, files] of [
  ["in as many files", filesOf, "2,000 files"],
  ["in one file", async (lines) => [await fileOf("club.ndjson", lines.join("\n"))], "1 file"],
]) {
  journey(
    `two thousand submissions ${how} are merged in time`,
    async (person) => {
      assert.equal(RISKS, 170);
      const paths = await pick(Array.from({ length: 2000 }, (_, n) => submission(n, SECTORS[n % 6])));
      await withCouncil(person, "#/benchmark/peers");
      await person.finds("heading", "2. Merge what you were sent");
      await person.page.evaluate(watchFromTheChoice);
      await person.picksFile(CHOOSE, ...paths);
      await person.sees("Bodies compared: 2,000.");
      await person.sees(`${files} looked at: 2,000 submissions.`);
      const { merged, busy, seen } = await person.page.evaluate(() => window.watched);
      console.log(`2,000 submissions ${how}: ${merged.toFixed(0)} ms of ${LIMIT} ms, busy for ${busy.toFixed(0)} ms at most, told ${seen} times`);
      assert.ok(merged < LIMIT, `${merged} ms`);
      assert.ok(busy < BUSY * LENIENCE, `busy for ${busy} ms at a stretch`);
      // What is done in a moment need not say how far it is.
      if (merged > 500) assert.ok(seen > 2, "the page told how far it was");
    },
    { browsers: ["chromium"] },
  );
}

/** Inside the page: measures from the choice of files until the figures are there. */
function watchFromTheChoice() {
  const watched = { merged: NaN, busy: 0, seen: 0 };
  window.watched = watched;
  let start = NaN;
  document.addEventListener("change", () => (start = performance.now()), { capture: true, once: true });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) watched.busy = Math.max(watched.busy, task.duration);
  }).observe({ type: "longtask" });
  new MutationObserver(() => {
    watched.seen += 1;
    if (Number.isNaN(watched.merged) && document.body.textContent.includes("Bodies compared: 2,000.")) {
      watched.merged = performance.now() - start;
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
