// Another copy of the register is merged with it through a preview, and two copies are compared.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { downloads, fileOf, withExample } from "./harness/registers.mjs";

const SAVED = /Saved \d\d:\d\d/;

/** Gives the risk an owner. */
async function owned(person, owner) {
  await person.follows("#/risks");
  await person.clicks("link", "Systems not uniform");
  await person.types("Owner", owner);
  await person.clicks("button", "Save");
  await person.sees("Saved “Systems not uniform”");
  await person.sees(SAVED);
}

/** Makes a copy in which the risk has another owner than here; gives the path of its file. */
async function dividedCopy(person) {
  await withExample(person);
  await person.sees(SAVED);
  await owned(person, "Head of Audit");
  const { text } = await downloads(person);
  await person.clicks("button", "Undo");
  await person.sees("Taken back");
  await person.sees(SAVED);
  await owned(person, "Director of Place");
  return fileOf("theirs.prisk.json", text);
}

journey("two copies with a conflict become one, and that can be taken back", async (person) => {
  const file = await dividedCopy(person);
  await person.follows("#/file");
  await person.clicks("link", "Merge a copy");
  await person.finds("heading", "Merge two copies");
  await person.picksFile("Choose the other copy, or drop it here", file);
  await person.finds("heading", "The other copy brings nothing new; 1 to decide");
  await person.sees("a copy of this device");
  await person.sees("Director of Place");
  await person.sees("Head of Audit");
  await person.findsNoBarrier();
  await person.clicks("button", "Merge");
  await person.finds("link", "Choose which is right: Risk “Systems not uniform”: Owner");
  await person.clicks("radio", "Theirs");
  await person.clicks("button", "Merge");
  await person.sees("Merged with theirs.prisk.json");
  await person.sees(SAVED);
  await person.follows("#/risks");
  await person.sees("Head of Audit");
  await person.clicks("button", "Undo");
  await person.sees("Director of Place");
});

journey("a file that is no register is refused by name and nothing is opened", async (person) => {
  await withExample(person, "#/file/merge");
  await person.picksFile("Choose the other copy, or drop it here", await fileOf("x.json", "{}"));
  await person.sees("x.json cannot be used: this is not a register of the Partnership Risk Calculator");
  await person.finds("heading", "Merge two copies");
});

journey("a copy of this device is compared with now, and what differs is taken away", async (person) => {
  await withExample(person);
  await person.sees(SAVED);
  await owned(person, "Head of Audit");
  await person.follows("#/settings/copies");
  const [{ Taken: taken }] = await person.readsTable("Copies, the newest first");
  await person.clicks("button", `Compare with now: ${taken}`);
  await person.finds("heading", "Compare two copies");
  await person.finds("heading", "1 difference");
  const [row] = await person.readsTable("What differs between both copies");
  assert.deepEqual([row.Name, row.Kind], ["Systems not uniform", "Risk"]);
  assert.match(row.What, /Owner: .*Head of Audit/);
  await person.findsNoBarrier();
  const csv = await person.savesFile(() => person.clicks("button", "Save as CSV"));
  assert.equal(csv.name, "differences.csv");
  assert.match(csv.text, /Changed,risk,Systems not uniform,Owner,/);
  await person.chooses("What became of it", "Added");
  await person.finds("heading", "0 differences");
});
