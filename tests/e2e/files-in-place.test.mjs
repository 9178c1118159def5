// Where the browser lends files, a register is written in its place again, unless somebody else has changed the file. The
// pickers are windows of the system, so here they give files of the browser's own private folder.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { withExample } from "./harness/registers.mjs";

/** Runs in the page before its own scripts. */
function lend() {
  const folder = () => navigator.storage.getDirectory();
  window.showSaveFilePicker = async () => (await folder()).getFileHandle("ours.prisk.json", { create: true });
  window.showOpenFilePicker = async () => [await (await folder()).getFileHandle("ours.prisk.json")];
  window.onDisk = async () => {
    const file = await (await folder()).getFileHandle("ours.prisk.json");
    return (await file.getFile()).text();
  };
  window.toDisk = async (text) => {
    const file = await (await folder()).getFileHandle("ours.prisk.json");
    const writing = await file.createWritable();
    await writing.write(text);
    await writing.close();
  };
}

const onDisk = (person) => person.page.evaluate(() => window.onDisk());

async function saves(person) {
  await person.page.keyboard.down("Control");
  await person.presses("s");
  await person.page.keyboard.up("Control");
}

async function changesOwner(person, owner) {
  await person.follows("#/risks");
  await person.clicks("link", "Systems not uniform");
  await person.types("Owner", owner);
  await person.clicks("button", "Save");
  await person.sees(owner);
}

journey("a register is saved in place, is not written over what somebody else has changed, and is found again", async (person) => {
  await person.page.evaluateOnNewDocument(lend);
  await withExample(person, "#/file");
  await person.clicks("button", "Save as a file");
  await person.sees("This register belongs to ours.prisk.json");
  await person.sees("Everything here is in it.");
  await person.findsNoBarrier();
  const first = await onDisk(person);
  assert.match(first, /Systems not uniform/);

  await changesOwner(person, "Head of ICT");
  await saves(person);
  await person.waitsFor(async () => (await window.onDisk()).includes("Head of ICT"));

  // Somebody else puts the first one back.
  await person.page.evaluate((text) => window.toDisk(text), first);
  await changesOwner(person, "Head of Audit");
  await saves(person);
  await person.sees("Nothing was overwritten.");
  await person.finds("heading", "Register file");
  assert.equal(await onDisk(person), first);
  await person.findsNoBarrier();
  await person.clicks("button", "See what is in it now");
  await person.finds("heading", "What is in ours.prisk.json");
  await person.clicks("button", "Overwrite ours.prisk.json");
  await person.waitsFor(async () => (await window.onDisk()).includes("Head of Audit"));
  await person.doesNotSee("Nothing was overwritten.");

  await person.reloads();
  await person.finds("heading", "Register file");
  await person.clicks("button", "Open: ours.prisk.json");
  await person.finds("heading", "What is in ours.prisk.json");
  await person.clicks("button", "Put it aside");
  await person.clicks("button", "Remove from this list: ours.prisk.json");
  await person.findsNo("button", "Open: ours.prisk.json");
  await person.clicks("button", "Open a file");
  await person.clicks("button", "Open in place of what is here");
  await person.finds("heading", "Fife Council");
  await person.follows("#/file");
  await person.sees("This register belongs to ours.prisk.json, opened from there.");
}, { browsers: ["chromium"] });
