// A health check: each partner answers alone, and where they disagree is what they need to talk about.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { withExample } from "./harness/registers.mjs";

const SIGNED = "9. Is there a written agreement that every partner has signed?";

/** Starts a check of the example's partnership and goes to the theme of the agreement. */
async function starts(person, respondent) {
  await person.follows("#/health/new");
  await person.finds("heading", "Start a health check");
  await person.types("Who answers?", respondent);
  await person.clicks("button", "Save");
  await person.finds("heading", "Purpose and value");
  await person.clicks("link", "Agreement");
  await person.finds("heading", "Agreement");
}

/** Chooses an answer to the first question of the theme and saves it. */
async function answers(person, answer) {
  await person.clicks("radio", answer);
  await person.clicks("button", "Save and continue");
  await person.finds("heading", "Leadership");
}

journey("three respondents answer a health check, and the page finds where they disagree", async (person) => {
  await withExample(person, "#/health");
  await person.finds("heading", "1 partnership without a check");
  for (const [respondent, answer] of [
    ["Head of care", "Not in place"],
    ["Chief nurse", "Fully, with evidence"],
    ["Superintendent", "Planned"],
  ]) {
    await starts(person, respondent);
    await answers(person, answer);
  }
  await person.clicks("link", "Health check by Superintendent");
  await person.finds("heading", "Health check by Superintendent");
  await person.clicks("link", "Health of Council as a whole");
  await person.finds("heading", "The respondents disagree on 1 question");
  const [disagreement] = await person.readsTable("Disagreements, the widest first");
  assert.equal(disagreement["Steps apart"], "4");
  assert.equal(disagreement.Median, "Planned");
  for (const voice of ["Head of care: Not in place", "Chief nurse: Fully, with evidence", "Superintendent: Planned"]) {
    assert.ok(disagreement["Who says what"].includes(voice), disagreement["Who says what"]);
  }
  await person.clicks("link", "Health");
  await person.finds("heading", "Agreement is the weakest theme: 25 %");
  await person.reloads();
  await person.finds("heading", "Agreement is the weakest theme: 25 %");
});

journey("a question is answered by arrow keys, left open again, and nothing typed is lost", async (person) => {
  await withExample(person);
  await starts(person, "Head of care");
  const chosen = () => person.page.evaluate(() => document.querySelector("input:checked")?.value);
  await (await person.finds("radio", "Not in place")).focus();
  await person.presses(" ", "ArrowDown", "ArrowDown");
  assert.equal(await chosen(), "partly");
  assert.match((await person.focus()).name, /^Partly/);
  await person.sees("1 of 40 questions answered.");
  await person.typesIn(SIGNED, "Evidence", "Draft of May");
  await person.reloads();
  await person.sees("This is what you typed here earlier and did not save.");
  assert.equal(await chosen(), "partly");
  await person.clicks("button", "Leave question 9 open");
  await person.sees("0 of 40 questions answered.");
  await person.clicks("button", "Save and continue");
  await person.finds("heading", "There is a problem");
  await person.clicks("link", "Choose the answer that your evidence proves, or take the evidence out");
  await person.presses(" ");
  assert.equal(await chosen(), "not-in-place");
  // To go on to another theme saves.
  await person.clicks("link", "Finance");
  await person.finds("heading", "Finance");
  await person.sees("1 of 40 questions answered.");
  assert.equal((await person.focus()).name, "Finance");
  await person.clicks("button", "Undo");
  await person.sees("0 of 40 questions answered.");
});
