// Forms with errors: all problems are told above the form, and each leads to its field.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { withExample } from "./harness/registers.mjs";

journey("an empty form says all that is wrong, and each problem leads to its field", async (person) => {
  await person.opens("#/organisation");
  await person.clicks("button", "Save");
  await person.finds("heading", "There is a problem");
  assert.match((await person.focus()).name, /^There is a problem/);
  await person.clicks("link", "Choose what kind of body it is");
  assert.match((await person.focus()).name, /^What kind of body is it\?/);
  await person.clicks("link", "Enter the name of your organisation");
  assert.match((await person.focus()).name, /^Name of your organisation/);
  assert.equal(await person.address(), "#/organisation");
});

journey("a form sent again with the same errors says so again", async (person) => {
  await person.opens("#/organisation");
  await person.clicks("button", "Save");
  await person.finds("heading", "There is a problem");
  await person.clicks("link", "Enter the name of your organisation");
  await person.clicks("button", "Save");
  assert.match((await person.focus()).name, /^There is a problem/);
});

journey("ratings that are not on the scale are told each at its field", async (person) => {
  await withExample(person, "#/risks/new");
  await person.types("The risk in a few words", "Flood");
  await person.typesIn("Inherent: before any control", "Likelihood", "7");
  await person.typesIn("Inherent: before any control", "Impact", "NaN");
  await person.typesIn("Current: after today’s controls", "Likelihood", "3");
  await person.clicks("button", "Save");
  await person.finds("heading", "There is a problem");
  assert.match((await person.focus()).name, /^There is a problem/);
  await person.clicks("link", "Current impact is missing: enter a number from 1 to 6");
  assert.equal(await person.page.evaluate(() => document.activeElement.id), "current-impact");
  await person.typesIn("Current: after today’s controls", "Impact", "4.5");
  await person.typesIn("Inherent: before any control", "Likelihood", "5");
  await person.typesIn("Inherent: before any control", "Impact", "6");
  await person.clicks("button", "Save");
  await person.sees("Saved “Flood”");
});

journey("what was typed is still there beside the error", async (person) => {
  await withExample(person, "#/partnerships/new");
  await person.types("Name of the partnership", " council AS a whole ");
  await person.types("Lead officer", "Head of Partnerships");
  await person.clicks("button", "Save");
  await person.sees("There is already a partnership called council AS a whole");
  assert.equal(await person.valueOf("Lead officer"), "Head of Partnerships");
  assert.equal(await person.valueOf("Name of the partnership"), " council AS a whole ");
});

journey("the level of a rating is shown while it is typed", async (person) => {
  await withExample(person, "#/risks/new");
  await person.typesIn("Current: after today’s controls", "Likelihood", "5.1");
  await person.typesIn("Current: after today’s controls", "Impact", "4.2");
  await person.sees("Very high 21.42");
});
