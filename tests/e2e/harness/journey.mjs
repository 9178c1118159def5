// Journeys: what a person does in the page and what they should see, in real browsers.
//
//     import { journey } from "./harness/journey.mjs";
//
//     journey("a rated risk shows its score", async (person) => {
//       await person.opens();                          // the start page; opens("#/register") another
//       await person.clicks("button", "Add a risk");   // by role and accessible name
//       await person.types("Title", "Partner fails");  // into the field with this label
//       await person.chooses("Likelihood", "Likely");  // in a select with this label
//       await person.presses("Tab", "Enter");
//       await person.sees("Score 12");                 // waits until this text is visible
//       await person.findsNoBarrier();                 // axe, WCAG 2.2 A and AA
//     });
//
// Every journey runs in Chromium and in Firefox, each time in a fresh profile. Whatever it asserts, it
// also fails when the browser reports an error, an exception, a breach of the content security policy, or
// a request to anywhere but the page's own server. A journey that provokes such a thing says so first:
// `person.allows(/part of the message/)`. A failing journey leaves a screenshot in target/e2e.
//
// Alone: `cargo xtask e2e <part of the file's or the journey's name>`. In one browser only:
// `E2E_BROWSER=firefox cargo xtask e2e ...`. What a person can do is all in person.mjs; the rest of
// puppeteer is at `person.page`.

import { after, test } from "node:test";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { launch, wantedBrowsers } from "./browsers.mjs";
import { watch } from "./faults.mjs";
import { Person } from "./person.mjs";
import { catchSavedFiles } from "./saved-files.mjs";
import { serve } from "./server.mjs";

/** A journey that takes longer hangs; a busy machine is slow. */
const TIMEOUT = 120_000;

const server = await serve(required("E2E_DIST"));
const browsers = new Map();

after(async () => {
  for (const browser of browsers.values()) await (await browser).close();
  server.close();
});

/** Declares a journey: one test for every wanted browser, or only for those named in `browsers`. */
export function journey(name, walk, { browsers: possible = wantedBrowsers() } = {}) {
  for (const kind of wantedBrowsers().filter((one) => possible.includes(one))) {
    test(`${name} [${kind}]`, { timeout: TIMEOUT }, () => run(kind, name, walk));
  }
}

/** The same person in another tab of the same browser. */
export async function inAnotherTab(person, walk) {
  const { person: there, faults } = await atPage(person.page.browserContext(), person.kind);
  await walk(there);
  faults.assertNone();
}

/** Somebody else at another desk: the same kind of browser, and nothing in common with the first person's. */
export async function atAnotherDesk(person, walk) {
  const context = await person.page.browser().createBrowserContext();
  try {
    const { person: there, faults } = await atPage(context, person.kind);
    await walk(there);
    faults.assertNone();
  } finally {
    await context.close();
  }
}

/** Walks in a browser of its own with the profile in this folder. Whoever walks can kill it and come back to the same profile. */
export async function inOwnBrowser(kind, profile, walk) {
  const browser = await launch(kind, profile);
  try {
    const { person, faults } = await atPage(browser, kind);
    await walk(person, () => killed(browser));
    faults.assertNone();
  } finally {
    await browser.close().catch(() => {});
  }
}

/** Ends a browser as an empty battery does, with everything that it started. */
async function killed(browser) {
  const process = browser.process();
  const ended = new Promise((done) => process.once("exit", done));
  process.kill("SIGKILL");
  await ended;
}

async function atPage(context, kind) {
  const page = await context.newPage();
  const faults = await watch(page, server.origin);
  await page.evaluateOnNewDocument(catchSavedFiles);
  return { page, faults, person: new Person({ page, kind, server, faults }) };
}

async function run(kind, name, walk) {
  const browser = await running(kind);
  const context = await browser.createBrowserContext();
  try {
    const { page, faults, person } = await atPage(context, kind);
    try {
      await walk(person);
      await faults.settle();
      faults.assertNone();
    } catch (error) {
      await screenshot(page, `${name} ${kind}`);
      throw error;
    }
  } finally {
    await context.close();
  }
}

function running(kind) {
  if (!browsers.has(kind)) browsers.set(kind, launch(kind));
  return browsers.get(kind);
}

async function screenshot(page, name) {
  const folder = required("E2E_OUTPUT");
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name.replace(/[^a-z0-9]+/gi, "-").toLowerCase()}.png`);
  try {
    await page.screenshot({ path, fullPage: true });
    console.log(`screenshot: ${path}`);
  } catch (error) {
    // The journey's own failure is the news, not that of its picture.
    console.log(`no screenshot: ${error.message}`);
  }
}

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run the journeys with \`cargo xtask e2e\``);
  return value;
}
