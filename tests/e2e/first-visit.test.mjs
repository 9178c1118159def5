// The first visit: the page explains itself and offers four ways to begin.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";

journey("a first visit explains itself and its four ways to begin", async (person) => {
  await person.opens();
  await person.finds("heading", "Know the risks of your partnerships");
  await person.sees("nothing you enter is sent anywhere");
  await person.finds("link", "Start a register");
  await person.finds("link", "Import a spreadsheet");
  await person.finds("button", "Open an invented council");
  await person.finds("button", "Open the worked example");
  assert.deepEqual(await person.stored(), {}, "a visit alone leaves nothing behind");
});

journey("the worked example opens with a click and is there the next time", async (person) => {
  await person.opens();
  await person.clicks("button", "Open the worked example");
  await person.finds("heading", "Fife Council");
  await person.sees("A published register, shown as a worked example.");
  await person.reloads();
  await person.finds("heading", "Fife Council");
});

journey("an invented council opens with a click and is cleared with another", async (person) => {
  await person.opens();
  await person.clicks("button", "Open an invented council");
  await person.finds("heading", "Marlshire Council");
  await person.sees("This is a worked example with an invented council.");
  await person.clicks("button", "Clear the example");
  await person.finds("heading", "Know the risks of your partnerships");
  await person.clicks("button", "Undo");
  await person.finds("heading", "Marlshire Council");
});

journey("a register started by hand leads to its first partnership and risk", async (person) => {
  await person.opens();
  await person.clicks("link", "Start a register");
  await person.types("Name of your organisation", "Avon Fire Authority");
  await person.chooses("What kind of body is it?", "Fire and rescue");
  await person.clicks("button", "Save");
  await person.finds("heading", "Avon Fire Authority");
  await person.clicks("link", "Add your first partnership");
  await person.types("Name of the partnership", "Joint control room");
  await person.chooses("Which form does it take?", "Shared service");
  await person.clicks("button", "Save");
  await person.finds("heading", "Joint control room");
  await person.clicks("link", "Add a risk");
  await person.types("The risk in a few words", "Call handling fails");
  await person.typesIn("Current: after today’s controls", "Likelihood", "4");
  await person.typesIn("Current: after today’s controls", "Impact", "5");
  await person.clicks("button", "Save");
  await person.sees("Saved “Call handling fails”");
  await person.clicks("link", "Risks");
  assert.deepEqual((await person.readsTable("Risks with their current score and level")).map((row) => row.Score), ["20 1st"]);
});
