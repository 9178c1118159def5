// Copies are made while one works, a great change is preceded by one, and what a copy replaces can be had back.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { withExample } from "./harness/registers.mjs";

const COPIES = "Copies, the newest first";

journey("a register that another replaced is restored from its copy, and that is taken back", async (person) => {
  await withExample(person, "#/risks");
  await person.sees(/Saved \d\d:\d\d/);
  await person.clicks("link", "Systems not uniform");
  await person.types("Owner", "Head of ICT");
  await person.clicks("button", "Save");
  await person.sees(/Saved \d\d:\d\d/);
  await person.follows("#/");
  await person.clicks("link", "Settings");
  await person.clicks("link", "See the copies");
  await person.finds("heading", "Copies of this register");
  await person.sees("Now and then");
  const [{ Taken: taken, ...others }, ...earlier] = await person.readsTable(COPIES);
  assert.equal(others.Why, "Now and then");
  assert.deepEqual(earlier, []);
  await person.findsNoBarrier();
  const { name, text } = await person.savesFile(() => person.clicks("button", `Save as a file: ${taken}`));
  assert.match(name, /^fife-council-\d{4}-\d\d-\d\d\.prisk\.json$/);
  assert.ok(!text.includes("Head of ICT"), "it was made before that");
  await person.clicks("button", `Restore: ${taken}`);
  await person.sees(/The copy of .* was restored/);
  await person.sees(/Saved \d\d:\d\d/);
  await person.follows("#/settings");
  await person.clicks("link", "See the copies");
  await person.sees("Before a great change");
  await person.follows("#/risks");
  await person.doesNotSee("Head of ICT");
  await person.clicks("button", "Undo");
  await person.sees("Head of ICT");
});
