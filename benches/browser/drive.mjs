// Opens the page in headless Chromium, each task in a browser of its own, so that each first run is a first run. Prints one
// line for each thing timed, in milliseconds. Leaves the table that others read too in the folder, as text and as a workbook.
//
//     node drive.mjs <folder with the built page> <workloads.json>

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { launch } from "../../tests/e2e/harness/browsers.mjs";
import { serve } from "../../tests/e2e/harness/server.mjs";

/** Isolated, so that its clock is fine. */
const ISOLATED = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};
const BUDGET_MS = 1_500;
/** As often as the product's page (`src/ui/rehearsal.rs`). */
const REHEARSALS = 4;
/** What a task of that kind draws. */
const SAMPLED_YEARS = 1_000_000;
const JAVASCRIPT_YEARS = 200_000;

const [folder, workloads] = process.argv.slice(2);
const { risks } = JSON.parse(await readFile(workloads, "utf8"));
const server = await serve(folder, ISOLATED);

async function inPage(work, ...given) {
  const browser = await launch("chromium");
  try {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/`);
    await page.waitForFunction("window.bench");
    return [await page.evaluate(work, ...given), await browser.version()];
  } finally {
    await browser.close();
  }
}

async function timed(task, rehearsals, budgetMs) {
  const given = [task, rehearsals, budgetMs];
  const [times] = await inPage((...all) => window.bench.task(...all), ...given);
  return times;
}

function print(line) {
  console.log(Object.entries(line).map((pair) => pair.join("=")).join(" "));
}

const [names, browser] = await inPage(() => window.bench.names());
const version = browser.replace(" ", "");
for (const task of names) {
  const once = await timed(task, 0, 0);
  const times = await timed(task, REHEARSALS, BUDGET_MS);
  const years = task.endsWith("-sampled") ? { years: SAMPLED_YEARS } : {};
  print({ who: "wasm", version, task, cold: once.first, ...times, ...years });
}
for (const [task, law] of [["W1", "pert"], ["W2", "lognormal"]]) {
  const given = [risks, law, JAVASCRIPT_YEARS, BUDGET_MS];
  const [times] = await inPage((...all) => window.bench.javascript(...all), ...given);
  print({ who: "javascript", version, task, ...times, years: JAVASCRIPT_YEARS });
}
for (const [name, asWorkbook] of [["table.csv", false], ["table.xlsx", true]]) {
  const [bytes] = await inPage((form) => window.bench.table(form), asWorkbook);
  await writeFile(join(folder, name), Buffer.from(bytes));
}
server.close();
