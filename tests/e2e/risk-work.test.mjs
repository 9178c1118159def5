// What belongs to risks: controls, actions, losses, the bow tie, and changing several risks at once.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { withCouncil, withExample } from "./harness/registers.mjs";

const RISKS = "Risks with their current score and level";

journey("a control is added to a risk and leads back to it", async (person) => {
  await withExample(person, "#/risks");
  await person.clicks("link", "Systems not uniform");
  await person.clicks("link", "Add a control");
  await person.finds("heading", "New control");
  await person.types("What the control is, in a few words", "One case system");
  await person.chooses("State", "Operating");
  await person.types("Likelihood, steps down", "1");
  await person.clicks("button", "Save");
  await person.finds("heading", "Systems not uniform");
  const [control] = await person.readsTable("Controls on this risk");
  assert.equal(control["What it does"], "Likelihood down 1 step");
});

journey("an action is added, is overdue, and is marked as done", async (person) => {
  await withExample(person, "#/actions/new");
  await person.types("What is to be done", "Sign the agreement");
  await person.clicks("button", "Choose the partnership Council as a whole");
  await person.types("Due", "1/1/2020");
  await person.clicks("button", "Save");
  await person.follows("#/actions");
  await person.finds("heading", "Overdue (1)");
  await person.clicks("button", "Mark as done: Sign the agreement");
  await person.sees("0 actions to do");
  assert.notEqual((await person.focus()).role, "body");
  await person.clicks("button", "Undo");
  await person.finds("heading", "Overdue (1)");
});

journey("a risk is closed with a reason, and not without", async (person) => {
  await withExample(person, "#/risks");
  await person.clicks("link", "Systems not uniform");
  await person.clicks("button", "Close the risk");
  await person.clicks("link", "Say why the risk can be closed");
  await person.types("Why can this risk be closed?", "One system since May");
  await person.clicks("button", "Close the risk");
  await person.finds("heading", "10 risks");
});

journey("one thing is changed in several risks at once, and taken back at once", async (person) => {
  await withExample(person, "#/risks?category=legal-and-liability");
  await person.clicks("button", "Select all shown");
  await person.sees("2 risks selected");
  await person.types("Change it to", "Head of Law");
  await person.clicks("button", "Change 2 risks");
  await person.sees("Changed owner of 2 risks");
  const owners = async () => (await person.readsTable(RISKS)).map((row) => Object.entries(row).find(([name]) => name.startsWith("Owner"))[1]);
  assert.deepEqual(await owners(), ["Head of Law", "Head of Law"]);
  await person.clicks("button", "Undo");
  await person.doesNotSee("Head of Law");
});

journey("a loss of a financial year is added and adds up", async (person) => {
  await withExample(person, "#/losses/new");
  await person.types("What happened", "Theft of lead");
  await person.types("When", "2026/27");
  await person.types("Cost", "45k");
  await person.clicks("button", "Save");
  await person.sees("Saved “Theft of lead”");
  await person.follows("#/losses");
  const [year] = await person.readsTable("Losses by financial year");
  assert.deepEqual(year, { "Financial year": "2026/27", Times: "1", Cost: "£45,000" });
});

journey("a copy of a control is planned, opens at once, and goes again by undo", async (person) => {
  await withCouncil(person, "#/controls");
  await person.clicks("link", "Overspend rule in the agreement");
  await person.clicks("button", "Duplicate");
  await person.finds("heading", "Copy of Overspend rule in the agreement");
  assert.equal(await person.valueOf("State"), "planned");
  await person.clicks("button", "Undo");
  await person.finds("heading", "There is nothing at this address");
});
