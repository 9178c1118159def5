// A spreadsheet comes in by the file field, is shown before it counts, and stays.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { FIFE, fileOf } from "./harness/registers.mjs";

const RISKS = "Risks with their current score and level";
const STRATEGIC = "Strategic partnerships (PPP/PFI, outsourcing)";

async function imports(person, path, n) {
  await person.opens("#/import");
  await person.picksFile("Choose a file, or drop it here", path);
  await person.clicks("button", `Import ${n} risks`);
  await person.finds("heading", `${n} risks`);
}

journey("Fife's register comes in: eleven rows, strategic partnerships 5th at 15.99", async (person) => {
  await imports(person, FIFE, 11);
  const rows = await person.readsTable(RISKS);
  assert.equal(rows.length, 11);
  assert.equal(rows[4].Risk, STRATEGIC);
  assert.equal(rows[4].Score, "15.99 5th");
});

journey("an edited risk is still edited after the page is loaded anew", async (person) => {
  await imports(person, FIFE, 11);
  await person.clicks("link", STRATEGIC);
  await person.types("Owner", "Head of Finance");
  await person.typesIn("Current: after today’s controls", "Likelihood", "5.5");
  await person.clicks("button", "Save");
  await person.sees(`Saved “${STRATEGIC}”`);
  await person.reloads();
  await person.clicks("link", "Risks");
  const [first] = await person.readsTable(RISKS);
  assert.deepEqual([first.Risk, first.Owner, first.Score], [STRATEGIC, "Head of Finance", "21.45 1st"]);
});

journey("undo and redo go step by step, and what they leave is kept", async (person) => {
  await imports(person, FIFE, 11);
  await person.clicks("link", STRATEGIC);
  await person.types("Owner", "Head of Finance");
  await person.clicks("button", "Save");
  await person.sees("Head of Finance");
  await person.clicks("button", "Undo");
  await person.doesNotSee("Head of Finance");
  await person.clicks("button", "Redo");
  await person.sees("Head of Finance");
  await person.clicks("button", "Undo");
  await person.doesNotSee("Head of Finance");
  await person.clicks("button", "Undo");
  await person.finds("heading", "Know the risks of your partnerships");
  await person.clicks("button", "Redo");
  await person.finds("heading", "11 risks");
  await person.reloads();
  await person.finds("heading", "11 risks");
});

journey("a column can be corrected before anything counts", async (person) => {
  await person.opens("#/import");
  await person.picksFile("Choose a file, or drop it here", await fileOf("r.csv", "Risk,L,I\nFlood,2,3\nFire,9,1\n"));
  await person.chooses("“Risk”", "Not imported");
  await person.sees("No column holds the risk in words");
  await person.chooses("“Risk”", "Risk");
  await person.doesNotSee("No column holds the risk in words");
});

// What is wrong with a file, the file, and what is said.
const BAD_FILES = [
  ["an empty file", "", "the file is empty"],
  ["a score outside the scale", "Risk,Likelihood (1-6),Impact (1-6)\nFlood,9,2\n",
    "Row 2, column “Likelihood (1-6)”: “9” is above 6, the highest step"],
  ["thousands", "Risk,Likelihood (1-6),Impact (1-6)\nFlood,\"1,234.50\",2\n",
    "Row 2, column “Likelihood (1-6)”: “1,234.50” is not a step of the scale"],
  ["NaN", "Risk,Likelihood (1-6),Impact (1-6)\nFlood,NaN,2\n",
    "Row 2, column “Likelihood (1-6)”: “NaN” is not a step of the scale"],
  ["an unclosed quotation mark", "Risk,L,I\n\"Flood,1,2\nFire,2,2\n",
    "Row 2: a quotation mark opens here and is never closed"],
  ["a ragged row", "Ref,Risk,L,I\n1,Flood,1,2,3,4\n", "Row 2: has 6 cells but there are 4 columns"],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), "this is not a text file"],
  ["ten megabytes of one letter", "a".repeat(10_000_000), "longer than 32767 characters"],
  ["a file that is too large", "a".repeat(10_000_001), "it is larger than 10 MB"],
];

journey("every bad file is answered in words and changes nothing", async (person) => {
  await imports(person, FIFE, 11);
  await person.sees(/Saved \d\d:\d\d/);
  const before = await person.stored();
  await person.clicks("link", "Risks");
  await person.clicks("link", "Import a spreadsheet");
  for (const [what, file, told] of BAD_FILES) {
    await person.picksFile("Choose a file, or drop it here", await fileOf("register.csv", file));
    await person.sees(told);
    assert.deepEqual(await person.stored(), before, what);
    if (await person.isThere("button", "Choose another file")) await person.clicks("button", "Choose another file");
  }
  await person.clicks("link", "Risks");
  await person.finds("heading", "11 risks");
});

for (const [what, bytes] of [
  ["UTF-16", Buffer.from("\ufeffRisk\tL\tI\r\nLoss of £5m – twice\t2\t3\r\n", "utf16le")],
  ["Windows-1252", Buffer.from("Risk,L,I\r\nLoss of \xa35m \x96 twice,2,3\r\n", "latin1")],
  ["semicolons", "Risk;L;I\r\nLoss of £5m – twice;2;3\r\n"],
  ["tabs", "Risk\tL\tI\nLoss of £5m – twice\t2\t3\n"],
]) {
  journey(`a file in ${what} comes in letter by letter`, async (person) => {
    await person.opens("#/import");
    await person.picksFile("Choose a file, or drop it here", await fileOf("register.csv", bytes));
    await person.clicks("button", "Import 1 risk");
    await person.finds("link", "Loss of £5m – twice");
  });
}
