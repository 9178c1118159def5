// What is kept in the browser can be seen, done without and removed; what a stopped calculator saves can be opened again.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { choosesFile, fileOf, withExample } from "./harness/registers.mjs";

const OURS = "partnership-risk";

/** The names of what is kept of ours. */
async function keptNames(person) {
  return Object.keys(await person.stored()).filter((key) => key.startsWith(OURS));
}

/** Lets the page be left though it asks. */
function agreesToLeave(person) {
  person.page.on("dialog", (dialog) => dialog.accept());
}

journey("what is kept is measured, and removed only when that is said twice", async (person) => {
  await withExample(person, "#/settings/storage");
  await person.sees(/Saved \d\d:\d\d/);
  await person.sees(/0.% of what browsers allow an address is taken/);
  await person.findsNoBarrier();
  await person.clicks("button", "Clear this device");
  await person.sees("Really clear everything?");
  await person.clicks("button", "Keep everything");
  await person.doesNotSee("Really clear everything?");
  assert.notDeepEqual(await keptNames(person), []);
  await person.clicks("button", "Clear this device");
  await person.clicks("button", "Clear everything");
  await person.sees("All that this calculator kept in this browser was removed.");
  assert.deepEqual(await keptNames(person), []);
  await person.reloads();
  await person.follows("#/");
  await person.finds("heading", "Know the risks of your partnerships");
});

journey("who works without saving leaves nothing behind, and can have it kept after all", async (person) => {
  agreesToLeave(person);
  await person.opens();
  await person.follows("#/settings/storage");
  await person.clicks("button", "Work without saving in this browser");
  await person.follows("#/");
  await person.clicks("button", "Open the worked example");
  await person.finds("heading", "Fife Council");
  await person.sees("Not kept in this browser");
  assert.deepEqual(await keptNames(person), []);
  await person.reloads();
  await person.finds("heading", "Know the risks of your partnerships");
  await person.clicks("button", "Open the worked example");
  await person.sees(/Saved \d\d:\d\d/);
  await person.follows("#/settings/storage");
  await person.clicks("button", "Work without saving in this browser");
  await person.sees("Not kept in this browser");
  await person.clicks("button", "Keep my work in this browser again");
  await person.sees(/Saved \d\d:\d\d/);
  await person.reloads();
  await person.follows("#/risks");
  await person.sees("Systems not uniform");
});

journey("storage that is nearly full is told before it is", async (person) => {
  await withExample(person, "#/risks");
  await person.sees(/Saved \d\d:\d\d/);
  await person.page.evaluate(() => localStorage.setItem("another page", "x".repeat(4_300_000)));
  await person.clicks("link", "Systems not uniform");
  await person.types("Owner", "Head of ICT");
  await person.clicks("button", "Save");
  await person.sees("storage is nearly full");
  await person.sees("other pages of the same address");
  await person.clicks("link", "See what is kept in this browser");
  await person.sees(/8[2-9].% of what browsers allow/);
});

journey("what a stopped calculator saves has the journal too, and opens again", async (person) => {
  await withExample(person, "#/risks");
  await person.sees(/Saved \d\d:\d\d/);
  await person.page.evaluate(() => {
    // The store is lost, as when a browser is killed; then the calculator stops.
    localStorage.clear();
    const error = new WebAssembly.RuntimeError("unreachable");
    window.dispatchEvent(new ErrorEvent("error", { error, message: String(error) }));
  });
  await person.sees("An error in the calculator has stopped it");
  const { name, text } = await person.savesFile(() => person.clicks("button", "Save my data to a file"));
  const saved = Object.keys(JSON.parse(text));
  assert.ok(saved.some((key) => key.startsWith(`${OURS}:journal:`)), saved.join(", "));
  await person.page.evaluate(() => new Promise((resolve) => {
    indexedDB.deleteDatabase("partnership-risk").onsuccess = resolve;
  }));
  await person.page.evaluate(() => localStorage.clear());
  await person.reloads();
  await choosesFile(person, await fileOf(name, text));
  await person.clicks("button", "Open this register");
  await person.finds("heading", "Fife Council");
  await person.follows("#/risks");
  await person.sees("Systems not uniform");
});
