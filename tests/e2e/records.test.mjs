// What the register keeps about itself: findings that are let pass, and risks that are suggested.

import { journey } from "./harness/journey.mjs";
import { withExample } from "./harness/registers.mjs";

const FINDING = "“Systems not uniform” has no owner.";

journey("a finding leads to the field to put right, and the count in the header follows", async (person) => {
  await withExample(person, "#/checks");
  await person.finds("heading", "Risk without an owner (11)");
  await person.clicks("link", FINDING);
  await person.waitsFor(() => document.activeElement.id === "owner");
  await person.types("Owner", "Head of IT");
  await person.clicks("button", "Save");
  await person.finds("heading", "Risk without an owner (10)");
});

journey("a check can be waived and comes back", async (person) => {
  await withExample(person, "#/checks");
  await person.clicks("link", `Let it pass: ${FINDING}`);
  await person.finds("heading", "Let a finding pass");
  await person.types("Why may it pass?", "Being recruited");
  await person.types("Until", "31/12/2099");
  await person.clicks("button", "Save");
  await person.finds("heading", "Risk without an owner (10)");
  await person.sees("Until 31 December 2099: Being recruited");
  await person.clicks("button", "Take the waiver back");
  await person.finds("heading", "Risk without an owner (11)");
  await person.clicks("button", "Undo");
  await person.finds("heading", "Risk without an owner (10)");
});

journey("suggested risks are added as drafts when they are chosen, and taken out by undo", async (person) => {
  await withExample(person, "#/partnerships");
  await person.clicks("link", "Council as a whole");
  await person.clicks("link", "Suggest risks");
  await person.sees("0 risks chosen.");
  await person.page.evaluate(() => document.querySelector("input[type=checkbox]").click());
  await person.sees("1 risk chosen.");
  await person.clicks("button", "Add the chosen risks as drafts");
  await person.sees("Added 1 risk as a draft.");
  await person.clicks("button", "Undo");
  await person.sees("Taken back");
});

journey("a snapshot shows what has moved since", async (person) => {
  await withExample(person, "#/snapshots");
  await person.types("Name of the snapshot", "Before the board");
  await person.clicks("button", "Take a snapshot");
  await person.finds("heading", "From Before the board to Today");
  await person.sees("11 unchanged.");
});

journey("a view is saved under a name and opened again", async (person) => {
  await withExample(person, "#/risks?q=strategic");
  await person.finds("heading", "1 risk found");
  await person.unfolds("Save this view");
  await person.types("Name of the view", "Strategic");
  await person.clicks("button", "Save the view");
  await person.clicks("link", "Saved views");
  await person.clicks("link", "Strategic");
  await person.finds("heading", "1 risk found");
});
