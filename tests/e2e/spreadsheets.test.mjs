// Spreadsheets of Excel and LibreOffice come in and go out, and hostile ones are refused while the page goes on.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { fileOf, withCouncil, withExample } from "./harness/registers.mjs";
import { ods, xlsx, xlsxOf, zipped } from "./harness/workbooks.mjs";

const CHOOSE = "Choose a file, or drop it here";
const RISKS = "Risks with their current score and level";
const REGISTER = [
  ["Ref", "Risk", "Likelihood (1-5)", "Impact (1-5)"],
  ["R1", "Partner withdraws", 4, 3],
  ["R2", "Loss of £5m – twice", 2, 5],
];
const day = (text) => new Date(`${text}T00:00:00Z`);

async function picks(person, name, bytes) {
  await person.picksFile(CHOOSE, await fileOf(name, bytes));
}

journey("a register in a workbook comes in from the sheet that holds it", async (person) => {
  await person.opens("#/import");
  await picks(person, "register.xlsx", xlsx([["Cover", [["Prepared for the board"]]], ["Register", REGISTER]]));
  await person.sees("2 rows, read from the sheet “Register”.");
  await person.clicks("button", "Import 2 risks");
  await person.finds("heading", "2 risks");
  const rows = await person.readsTable(RISKS);
  assert.deepEqual(rows.map((row) => [row.Risk, row.Score]), [
    ["Partner withdraws", "12 1st"],
    ["Loss of £5m – twice", "10 2nd"],
  ]);
});

journey("a register of LibreOffice comes in", async (person) => {
  await person.opens("#/import");
  await picks(person, "register.ods", ods("Register", REGISTER));
  await person.sees("2 rows, read from the sheet “Register”.");
  await person.clicks("button", "Import 2 risks");
  await person.finds("link", "Loss of £5m – twice");
});

journey("another sheet is chosen, and days in real cells are not asked about", async (person) => {
  await person.opens("#/import");
  const losses = [["Loss", "Date", "Cost"], ["Claim", day("2025-04-03"), 500], ["Flood", day("2025-06-05"), 900.5]];
  await picks(person, "both.xlsx", xlsx([["Risks", REGISTER], ["Losses", losses]]));
  await person.finds("button", "Import 2 risks");
  await person.chooses("Sheet", "Losses");
  await person.doesNotSee("What comes first in dates");
  await person.clicks("button", "Import 2 losses");
  await person.sees("3 April 2025");
});

journey("a problem names the sheet and the cell", async (person) => {
  await person.opens("#/import");
  await picks(person, "register.xlsx", xlsx([["Risks", [REGISTER[0], ["R1", "Flood", 9, 3]]]]));
  await person.sees("Sheet “Risks”, cell C2, row 2, column “Likelihood (1-5)”: “9” is above 5, the highest step");
});

const KINDS = [
  ["Partnerships", [["Partnership", "Purpose", "Lead officer"], ["Care", "Joint care", "A. Officer"]], "Import 1 partnership"],
  ["Controls", [["Control", "State", "Cost a year"], ["Audit", "Operating", 500]], "Import 1 control"],
  ["Actions", [["Action", "Partnership", "Owner", "Due"], ["Agree exit", "Care", "B", day("2027-03-31")]], "Import 1 action"],
];

journey("partnerships, controls and actions come in from sheets of their own", async (person) => {
  await person.opens("#/import");
  const file = xlsx(KINDS.map(([name, rows]) => [name, rows]));
  for (const [name, , button] of KINDS) {
    await person.follows("#/import");
    await picks(person, "tables.xlsx", file);
    await person.chooses("Sheet", name);
    await person.clicks("button", button);
    await person.sees("from tables.xlsx. Undo takes them out again.");
  }
});

journey("all tables go out as one workbook, and its risks come in again", async (person) => {
  await withExample(person, "#/risks");
  const before = await person.readsTable(RISKS);
  await person.follows("#/export");
  const all = () => person.clicks("button", "All tables as one Excel workbook");
  const { name, bytes } = await person.savesBytes(all);
  assert.equal(name, "fife-council.xlsx");
  await person.forgets();
  await person.reloads();
  await person.follows("#/import");
  await picks(person, name, bytes);
  await person.chooses("Sheet", "Risks");
  await person.clicks("button", "Import 11 risks");
  await person.finds("heading", "11 risks");
  const after = await person.readsTable(RISKS);
  assert.deepEqual(after.map((row) => [row.Risk, row.Score]), before.map((row) => [row.Risk, row.Score]));
});

journey("one table goes out by itself", async (person) => {
  await withCouncil(person, "#/export");
  const { name, bytes } = await person.savesBytes(() => person.clicks("button", "Excel: Losses"));
  assert.equal(name, "marlshire-council-losses.xlsx");
  assert.deepEqual([...bytes.subarray(0, 4)], [0x50, 0x4b, 3, 4]);
});

const BLANKS = Buffer.alloc(200 << 20, " ");
// What is done, the file, and what is said.
const HOSTILE = [
  ["one cell at the end of the sheet", () => xlsxOf([["Risks", `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`]]),
    "the sheet “Risks” has something in XFD1048576"],
  ["200 MB of blanks", () => xlsxOf([["Risks", ""]], [["xl/worksheets/sheet2.xml", BLANKS]]),
    "the file would take more than 50 MB once it is unpacked"],
  ["10,000 parts", () => zipped(Array.from({ length: 10_000 }, (_, i) => [`xl/${i}.xml`, ""])),
    "the file is made of 10000 parts"],
  ["a password", () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
    "the file is protected by a password"],
  ["some other packed file", () => zipped([["notes.txt", "x"]]), "this is no spreadsheet"],
];

journey("hostile workbooks are refused in words, and the page goes on", async (person) => {
  await withExample(person, "#/import");
  await person.sees(/Saved \d\d:\d\d/);
  const before = await person.stored();
  for (const [what, bytes, told] of HOSTILE) {
    await picks(person, "register.xlsx", bytes());
    await person.sees(told);
    assert.deepEqual(await person.stored(), before, what);
  }
  await person.clicks("link", "Risks");
  await person.finds("heading", "11 risks");
});

journey("a workbook that was cut short is refused wherever it was cut", async (person) => {
  await person.opens("#/import");
  const whole = xlsx([["Risks", REGISTER]]);
  for (let length = 4; length < whole.length; length += Math.ceil(whole.length / 20)) {
    await picks(person, `cut-${length}.xlsx`, whole.subarray(0, length));
    await person.sees(`cut-${length}.xlsx cannot be used: `);
  }
  await picks(person, "whole.xlsx", whole);
  await person.finds("button", "Import 2 risks");
});

journey("where the part for spreadsheets does not arrive, CSV is asked for and it can be tried again", async (person) => {
  person.allows(/sheets|404|not loaded|Failed to load/);
  const given = await person.answers("parts/sheets", { status: 404, body: "" });
  await person.opens("#/import");
  await picks(person, "register.xlsx", xlsx([["Risks", REGISTER]]));
  await person.sees("could not be started; check the connection and try again, or use CSV");
  await given();
  await picks(person, "register.xlsx", xlsx([["Risks", REGISTER]]));
  await person.finds("button", "Import 2 risks");
});
