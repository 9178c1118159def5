// The organisation's rules: another matrix moves every rating, and undo brings all of it back.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { fileOf, withExample } from "./harness/registers.mjs";

const RISKS = "Risks with their current score and level";
const levels = async (person) => (await person.readsTable(RISKS)).map((row) => row.Level);

journey("another matrix moves every rating after a look at each, and undo brings all of it back", async (person) => {
  await withExample(person, "#/risks");
  const before = await levels(person);
  await person.follows("#/settings/matrix");
  await person.finds("heading", "Risk matrix");
  await person.page.evaluate(() => document.querySelector("main details").setAttribute("open", ""));
  await person.chooses(
    "Start from a matrix in published use",
    "3 × 3, low to high (product bands 1-2, 3-4, 6-9)",
  );
  await person.types("Why is it changed?", "One matrix for all partners");
  await person.clicks("button", "Save");
  await person.finds("heading", "Move your ratings to the new matrix");
  assert.equal((await person.readsTable("Every risk before and after")).length, 11);
  await person.clicks("button", "Apply and move 11 risks");
  await person.sees("The matrix is now “3 × 3, low to high”.");
  await person.follows("#/risks");
  assert.ok((await levels(person)).every((level) => ["Low", "Medium", "High"].includes(level)));
  await person.follows("#/history");
  await person.sees("One matrix for all partners");
  await person.clicks("button", "Undo");
  await person.follows("#/risks");
  await person.finds("heading", "11 risks");
  assert.deepEqual(await levels(person), before);
});

journey("a matrix is handed on as a file and read again", async (person) => {
  await withExample(person, "#/settings");
  const saved = await person.savesFile(() => person.clicks("button", "Download as JSON"));
  await person.follows("#/settings/matrix");
  await person.finds("heading", "Risk matrix");
  await person.page.evaluate(() => document.querySelector("main details").setAttribute("open", ""));
  const changed = saved.text.replace("6 × 6, for voted means", "Ours");
  await person.picksFile("Start from a file, or drop it here", await fileOf("ours.json", changed));
  await person.sees("The matrix below is the one of ours.json.");
  assert.equal(await person.valueOf("Name of the matrix"), "Ours");
  await person.picksFile("Start from a file, or drop it here", await fileOf("x.yaml", "grid: 3\n"));
  await person.sees("x.yaml cannot be used");
});
