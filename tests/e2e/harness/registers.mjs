// Registers and files to begin a journey with.

import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Fife Council's published register, as a file. */
export const FIFE = fileURLToPath(new URL("../../../core/src/exchange/fixtures/fife-council.csv", import.meta.url));

/** The path of a new file with this name and content: text, or bytes. */
export async function fileOf(name, content) {
  const path = join(await mkdtemp(join(tmpdir(), "partnership-risk-")), name);
  await writeFile(path, content);
  return path;
}

/** Opens the page with the worked example in it, at a place. */
export async function withExample(person, place = "#/") {
  await person.opens();
  await person.clicks("button", "Open the worked example");
  await person.finds("heading", "Fife Council");
  await person.follows(place);
}

/** Opens the page with the invented council in it, at a place. */
export async function withCouncil(person, place = "#/") {
  await person.opens();
  await person.clicks("button", "Open an invented council");
  await person.finds("heading", "Marlshire Council");
  await person.follows(place);
}

/** Downloads the register as a file: its `name` and its `text`. */
export async function downloads(person) {
  await person.follows("#/file");
  await person.finds("heading", "Register file");
  return person.savesFile(() => person.clicks("button", "Download a copy"));
}

/** Chooses a file on the page of the register's file. */
export async function choosesFile(person, path) {
  await person.follows("#/file");
  await person.picksFile("Choose a register file, or drop it here", path);
}

/** Types into the field of a passphrase, which browsers and axe give different roles. */
export async function typesSecret(person, label, text) {
  const field = await person.page.waitForFunction((label) => {
    return [...document.querySelectorAll("label")].find((one) => one.textContent.trim() === label)?.control;
  }, {}, label);
  await field.evaluate((field) => (field.focus(), field.select()));
  await field.type(text);
}
