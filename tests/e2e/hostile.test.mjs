// Text that wants to be something else is shown as it was typed, and does nothing.

import assert from "node:assert/strict";
import { crc32 } from "node:zlib";

import { journey } from "./harness/journey.mjs";
import { choosesFile, downloads, fileOf, withExample } from "./harness/registers.mjs";

const HOSTILE = [
  "<script>window.taken = 1</script>",
  '"><img src=x onerror="window.taken = 1">',
  "';window.taken=1;'",
  "\u202egnihsihp",
  "</textarea></option></title><h1>taken over</h1>",
];

/** A document as its checksum sees it: no text in it has a line end. */
const withoutLines = (text) => text.replace(/\n */g, "");

/** Waits until a text stands on the page sign by sign, those that are not seen too. */
const holds = (person, text) => person.waitsFor((text) => document.body.textContent.includes(text), text);

const isTaken = (person) => person.page.evaluate(() => "taken" in window || document.querySelector("#app script, #app img") !== null);

journey("hostile text is shown as it was typed, and is so after a reload", async (person) => {
  await withExample(person, "#/risks");
  for (const [place, text] of HOSTILE.entries()) {
    await person.finds("heading", "11 risks");
    await person.page.evaluate((place) => document.querySelectorAll("th[scope=row] a")[place].click(), place);
    await person.types("The risk in a few words", text);
    await person.types("Owner", text);
    await person.clicks("button", "Save");
    await holds(person, text);
    assert.equal(await isTaken(person), false, text);
  }
  await person.reloads();
  for (const text of HOSTILE) await holds(person, text);
  assert.equal(await isTaken(person), false);
});

journey("hostile text in a file, its name and an address is only text", async (person) => {
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  const file = ["Risk,Likelihood,Impact,Owner", ...HOSTILE.map((text) => `${cell(text)},2,3,${cell(text)}`)].join("\n");
  await person.opens("#/import");
  await person.picksFile("Choose a file, or drop it here", await fileOf("<img src=x onerror=taken=1>.csv", file));
  await person.finds("heading", "Import <img src=x onerror=taken=1>.csv");
  await person.clicks("button", `Import ${HOSTILE.length} risks`);
  for (const text of HOSTILE) await holds(person, text);
  for (const text of HOSTILE) {
    await person.follows(`#/risks?q=${encodeURIComponent(text)}`);
    await person.waitsFor((text) => document.querySelector("input")?.value === text, text);
  }
  assert.equal(await isTaken(person), false);
});

journey("a file whose source would run a script has no link to it", async (person) => {
  await withExample(person);
  const { text } = await downloads(person);
  const altered = text.replace(/https:\/\/studylib[^"]*/, "javascript:window.taken=1");
  assert.notEqual(altered, text);
  const [, inside] = withoutLines(altered).match(/"register":(.*),"checksum":"crc32:[0-9a-f]{8}"}$/);
  const sum = crc32(inside).toString(16).padStart(8, "0");
  const copy = await fileOf("copy.prisk.json", altered.replace(/crc32:[0-9a-f]{8}/, `crc32:${sum}`));
  await choosesFile(person, copy);
  await person.clicks("button", "Open in place of what is here");
  await person.finds("heading", "Fife Council");
  await person.sees("A published register, shown as a worked example.");
  await person.findsNo("link", "Source");
});
