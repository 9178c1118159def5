// A survey of one's own: it comes in as a table, its labels are matched to categories, and the register is compared
// with it. Fife's highest risks by category are, from the top, 21.42 (funding), 17.22 (safeguarding) and 15.99
// (partner or supplier failure).

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { fileOf, withExample } from "./harness/registers.mjs";

const TABLE = "Rank,Risk,Value\n1,Comets,61\n2,Bears,40\n3,Lost keys,22\n";
const CROSSWALK = "Labels of the survey and what stands for them";
const NONE = "No counterpart: none of our categories means this";

async function addsSurvey(person) {
  await withExample(person, "#/benchmark/surveys");
  await person.clicks("link", "Add a survey");
  await person.finds("heading", "Add a survey");
  await person.unfolds("Fill this form from a file or a table");
  await person.picksFile("Choose a file, or drop it here", await fileOf("county.csv", TABLE));
  await person.sees("The form below holds the 3 rows of county.csv, in the place of the rows that stood there. Nothing is saved yet.");
  await person.types("Title", "County survey");
  await person.types("Publisher", "The county");
  await person.types("Year", "2027");
  await person.types("What was asked", "Your top risks");
  await person.types("Source", "A letter of 3 May 2027");
  await person.clicks("button", "Save");
  await person.sees("Saved “County survey”");
  await person.finds("heading", "County survey");
}

/** Ticks a box in the group with this legend. */
async function ticksIn(person, legend, label) {
  const group = await person.finds("group", legend);
  await group.evaluate((group) => group.querySelector("details").setAttribute("open", ""));
  await group.evaluate((group, label) => {
    const found = [...group.querySelectorAll("label")].find((one) => one.textContent.trim() === label);
    found.control.click();
  }, label);
}

journey("a survey comes in as a table, two labels are matched, and the register is compared with it", async (person) => {
  await addsSurvey(person);
  const printed = await person.readsTable("Entries as printed");
  assert.deepEqual(printed.map((row) => Object.values(row)), [
    ["Comets", "1", "61 %"],
    ["Bears", "2", "40 %"],
    ["Lost keys", "3", "22 %"],
  ]);
  await person.sees("0 of 3 labels have a counterpart here");
  await person.clicks("link", "Change the crosswalk");
  await person.finds("heading", "Crosswalk of The county, 2027");
  await ticksIn(person, "1. Comets", "Funding and finance");
  await person.typesIn("1. Comets", "Why", "They cost money.");
  await ticksIn(person, "2. Bears", "Safeguarding and safety of users");
  await person.clicks("button", "Save");
  await person.sees("Bears: enter why");
  await person.typesIn("2. Bears", "Why", "They bite.");
  await person.clicks("button", "Save");
  await person.sees("Saved the crosswalk of “County survey”");
  await person.sees("2 of 3 labels have a counterpart here");
  const lines = await person.readsTable(CROSSWALK);
  assert.deepEqual(lines.map((row) => row["Who says so"]), ["You", "You", "–"]);
  await person.clicks("link", "Compare with your register");
  await person.chooses("Your table is ranked by", "Highest score");
  await person.sees("also stand in The county, 2027");
  const agreement = await person.readsTable("Measures of agreement, overlap first");
  const figures = Object.fromEntries(agreement.map(({ Measure, Figure }) => [Measure, Figure]));
  assert.equal(figures["Jaccard index"], "0.5");
  assert.equal(figures["Average overlap"], "0.889");
  await person.sees(/Saved \d\d:\d\d/);
  await person.reloads();
  await person.sees("also stand in The county, 2027");
});

journey("a label without a counterpart is said to have none, and a deleted survey comes back by undo", async (person) => {
  await addsSurvey(person);
  await person.clicks("link", "Change the crosswalk");
  await person.finds("heading", "Crosswalk of The county, 2027");
  await person.typesIn("3. Lost keys", "Why", "We have none.");
  await person.clicks("button", "Save");
  await person.sees("Lost keys: choose a category, or say that there is no counterpart");
  const group = await person.finds("group", "3. Lost keys");
  const told = await group.evaluate((group) => {
    const box = group.querySelector("[aria-invalid=true]");
    return group.querySelector("details").open && document.getElementById(box.getAttribute("aria-describedby")).textContent;
  });
  assert.match(told, /choose a category/);
  await ticksIn(person, "3. Lost keys", NONE);
  await person.clicks("button", "Save");
  await person.finds("heading", "County survey");
  const lines = await person.readsTable(CROSSWALK);
  assert.equal(lines[2]["Your categories"], "No counterpart");
  await person.clicks("button", "Delete the survey");
  await person.sees("Deleted “County survey” and its crosswalk. Undo brings it back.");
  await person.finds("heading", "43 surveys");
  await person.clicks("button", "Undo");
  await person.finds("heading", "44 surveys");
});

journey("every problem of a table is named and nothing of it is taken", async (person) => {
  await withExample(person, "#/benchmark/surveys/new");
  await person.unfolds("Fill this form from a file or a table");
  const faulty = "Rank,Risk,Value\nfirst,Comets,NaN\n2,Bears,\n";
  await person.picksFile("Choose a file, or drop it here", await fileOf("faulty.csv", faulty));
  await person.sees("faulty.csv cannot be used: 2 problems.");
  await person.sees("Row 2: “first” is not a position such as 1, 2 or 2=.");
  await person.sees("Row 2: “NaN” is not a number such as 44 or 3.75.");
  assert.equal(await person.isThere("group", "Row 6"), false);
  await person.clicks("button", "Save");
  await person.sees("Enter at least one row of the table");
});

journey("surveys are found by year, and two editions show what moved", async (person) => {
  await withExample(person, "#/benchmark");
  await person.clicks("link", "Surveys");
  await person.finds("heading", "43 surveys");
  await person.chooses("Year", "2006");
  await person.waitsFor(() => location.hash === "#/benchmark/surveys?year=2006");
  await person.follows("#/benchmark/surveys/alarm-2006");
  await person.chooses("Compare with the edition of", "Alarm / Audit Commission, 2003");
  await person.waitsFor(() => location.hash === "#/benchmark/surveys/alarm-2006?with=alarm-2003");
  await person.sees("rose from 4th to 2nd");
});
