// The heat map and the filters live in the address: a view can be kept, shared and come back to.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { withCouncil, withExample } from "./harness/registers.mjs";

const RISKS = "Risks with their current score and level";
const titles = async (person) => (await person.readsTable(RISKS)).map((row) => row.Risk);

journey("a cell of the heat map filters the register, and choosing it again lets go", async (person) => {
  await withExample(person, "#/risks");
  await person.clicks("link", "2 risks, likelihood 5, impact 4, level Very high, current");
  await person.finds("heading", "2 risks found");
  assert.equal((await titles(person)).length, 2);
  assert.equal(await person.address(), "#/risks?likelihood=5&impact=4");
  await person.clicks("link", "2 risks, likelihood 5, impact 4, level Very high, current, chosen; choose again to see all");
  await person.finds("heading", "11 risks");
});

journey("a bookmark of a filtered view shows the same view again", async (person) => {
  await withExample(person, "#/risks");
  await person.types("Find", "partner");
  await person.chooses("Category", "Partner or supplier failure");
  await person.finds("heading", "1 risk found");
  const bookmark = await person.address();
  await person.opens("#/about");
  await person.opens(bookmark);
  await person.reloads();
  await person.finds("heading", "1 risk found");
  assert.deepEqual(await titles(person), ["Strategic partnerships (PPP/PFI, outsourcing)"]);
});

journey("what is typed quickly is found as it was typed", async (person) => {
  await withExample(person, "#/risks");
  await person.types("Find", "legislation & complying");
  await person.finds("heading", "0 risks found");
  assert.equal(await person.valueOf("Find"), "legislation & complying");
  await person.types("Find", "legislation");
  await person.finds("heading", "1 risk found");
  assert.equal(await person.valueOf("Find"), "legislation");
});

journey("letters typed into a filter are no steps on the way back", async (person) => {
  await withExample(person, "#/about");
  await person.clicks("link", "Risks");
  await person.types("Find", "legislation");
  await person.finds("heading", "1 risk found");
  await person.goesBack();
  await person.finds("heading", "About the Partnership Risk Calculator");
});

journey("Back keeps the filters and finds the place where the person left off", async (person) => {
  await withExample(person, "#/risks?category=legal-and-liability");
  await person.clicks("link", "Incident leading to prosecution");
  await person.finds("heading", "Incident leading to prosecution");
  await person.goesBack();
  await person.finds("heading", "2 risks found");
  assert.equal(await person.address(), "#/risks?category=legal-and-liability");
  assert.equal((await person.focus()).name, "Incident leading to prosecution");
});

journey("saving a risk leads back to the filtered view it was opened from", async (person) => {
  await withExample(person, "#/risks?category=legal-and-liability");
  await person.clicks("link", "Incident leading to prosecution");
  await person.types("Owner", "Solicitor");
  await person.clicks("button", "Save");
  await person.finds("heading", "2 risks found");
  assert.equal(await person.address(), "#/risks?category=legal-and-liability");
  await person.sees("Solicitor");
});

/** Waits until the address and the table's head both say how the table is sorted. */
function isSorted(person, query, direction) {
  return person.waitsFor(
    (query, direction) => location.hash.endsWith(query) && document.querySelector(`[aria-sort=${direction}]`),
    query,
    direction,
  );
}

journey("a column sorts both ways and says so", async (person) => {
  await withExample(person, "#/risks");
  await person.clicks("link", "Risk");
  await isSorted(person, "sort=title", "ascending");
  const ascending = await titles(person);
  assert.deepEqual(ascending, [...ascending].sort());
  await person.clicks("link", "Risk");
  await isSorted(person, "sort=-title", "descending");
  assert.deepEqual(await titles(person), ascending.reverse());
});

journey("a deleted risk comes back by undo", async (person) => {
  await withExample(person, "#/risks");
  await person.clicks("link", "Systems not uniform");
  await person.clicks("button", "Delete");
  await person.finds("heading", "10 risks");
  await person.clicks("button", "Undo");
  await person.finds("heading", "11 risks");
});

journey("a deleted partnership takes its risks with it, and brings them back by undo", async (person) => {
  await withExample(person, "#/partnerships");
  await person.clicks("link", "Council as a whole");
  await person.clicks("button", "Delete with 11 risks");
  await person.sees("There are none yet.");
  await person.clicks("button", "Undo");
  await person.finds("link", "Council as a whole");
});

journey("a cell of the heat map tells its risks when the keyboard comes to it", async (person) => {
  await withExample(person, "#/risks");
  const cell = await person.finds("link", "2 risks, likelihood 5, impact 4, level Very high, current");
  // The mouse still lies where it was clicked last, and may be over another cell.
  await person.page.mouse.move(0, 0);
  await cell.focus();
  await person.sees("Current, likelihood 5, impact 4, Very high: 2 risks");
});

journey("how risks move from rating to rating is worked out when it is opened", async (person) => {
  await withCouncil(person, "#/risks");
  await person.finds("heading", "50 risks");
  await person.unfolds("How these risks move from rating to rating");
  await person.finds("table", "From inherent to current to target rating");
  const moves = await person.readsTable("From inherent to current to target rating");
  const overspend = moves.find((move) => move.Risk === "The pooled budget overspends");
  assert.equal(overspend.Ratings, "Very high → Very high → Medium");
});
