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

journey("figures are put to a risk, told in words while they are typed, and found again", async (person) => {
  await withExample(person, "#/risks/new");
  await person.types("The risk in a few words", "Flood");
  await person.chooses("How often could it happen?", "Once a year at most, with a chance");
  await person.chooses("What would it cost each time?", "A range that nine in ten fall into (lognormal)");
  await person.types("Low end of the cost", "100,000");
  await person.types("High end of the cost", "1m");
  await person.clicks("button", "Save");
  await person.clicks("link", "Enter the chance, such as 10 % or 1 in 10");
  await person.types("Chance in a year", "1 in 10");
  await person.sees("On average £40,400 a year; in 90 % of years it does not happen.");
  await person.clicks("button", "Save");
  await person.sees("Saved “Flood”");
  await person.follows("#/risks");
  await person.clicks("link", "Flood");
  assert.equal(await person.valueOf("Chance in a year"), "0.1");
  assert.equal(await person.valueOf("High end of the cost"), "1000000");
});

journey("a new risk that is sent twice is one risk", async (person) => {
  await withExample(person, "#/risks/new");
  await person.types("The risk in a few words", "Flood");
  const save = await person.finds("button", "Save");
  await save.evaluate((button) => {
    button.click();
    button.click();
  });
  await person.sees("Saved “Flood”");
  await person.sees("12 risks in 1 partnership.");
});

journey("a form that is open follows undo, and keeps what is typed", async (person) => {
  await withExample(person, "#/risks");
  await person.clicks("link", "Systems not uniform");
  const risk = await person.address();
  await person.types("Owner", "Head of ICT");
  await person.clicks("button", "Save");
  await person.sees("Saved “Systems not uniform”");
  await person.follows(risk);
  await person.finds("heading", "Systems not uniform");
  await person.types("Notes", "Ask ICT");
  await person.clicks("button", "Undo");
  await person.waitsFor(() => document.getElementById("owner").value !== "Head of ICT");
  assert.equal(await person.valueOf("Notes"), "Ask ICT");
});

journey("a form leads back to the list as it was filtered, also after another form", async (person) => {
  await withExample(person, "#/risks?category=legal-and-liability");
  const [{ Risk: title }] = await person.readsTable("Risks with their current score and level");
  await person.clicks("link", title);
  await person.finds("heading", title);
  await person.clicks("link", "Add a control");
  await person.types("What the control is, in a few words", "Advice");
  await person.clicks("button", "Save");
  await person.finds("heading", title);
  await person.clicks("link", "Cancel");
  await person.waitsFor(() => location.hash === "#/risks?category=legal-and-liability");
});

journey("a list to choose from shows what it holds when the person goes back", async (person) => {
  await withExample(person, "#/risks");
  await person.chooses("Category", "Partner or supplier failure");
  await person.waitsFor(() => location.hash.endsWith("category=partner-or-supplier-failure"));
  await person.chooses("Category", "Legal and liability");
  await person.waitsFor(() => location.hash.endsWith("category=legal-and-liability"));
  await person.goesBack();
  await person.waitsFor(() => location.hash.endsWith("category=partner-or-supplier-failure"));
  assert.equal(await person.valueOf("Category"), "partner-or-supplier-failure");
});

journey("Enter in a finder chooses the first that is found and sends no form", async (person) => {
  await withExample(person, "#/controls/new");
  await person.types("What the control is, in a few words", "One case system");
  await person.types("Find a risk that it serves", "systems not");
  await person.presses("Enter");
  await person.finds("button", "Remove Systems not uniform");
  assert.equal(await person.address(), "#/controls/new");
});

journey("the focus goes along when rows come and go, and when what was found is chosen", async (person) => {
  const isAt = (id) => person.waitsFor((id) => document.activeElement.id === id, id);
  await withExample(person, "#/risks/new");
  await person.clicks("button", "Add a body");
  await isAt("bearer-0-name");
  await person.clicks("button", "Remove body 1");
  await isAt("bearers");
  await person.types("Find a risk to link", "systems not");
  await person.clicks("button", "Link Systems not uniform");
  await isAt("sought");
  await person.follows("#/settings/matrix");
  await person.finds("heading", "Risk matrix");
  await person.clicks("button", "Add a level");
  await person.waitsFor(() => document.activeElement.id.endsWith("-name"));
});

journey("a button that can do no more keeps the focus", async (person) => {
  await withExample(person, "#/");
  await person.clicks("button", "Undo");
  await person.waitsFor(() => document.activeElement.getAttribute("aria-disabled") === "true");
  assert.equal((await person.focus()).name, "Undo");
});
