// Partnerships: the long form, one partnership's page, the list, and where to look first.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { withExample } from "./harness/registers.mjs";

const LIST = "Partnerships, live ones first";

async function names(person) {
  return (await person.readsTable(LIST)).map((row) => row.Partnership);
}

journey("partners are added and removed by button, and what their shares come to is said", async (person) => {
  await withExample(person, "#/partnerships/new");
  await person.types("Name of the partnership", "Joint control room");
  await person.chooses("Which form does it take?", "Shared service");
  await person.clicks("button", "Add a partner");
  await person.waitsFor(() => document.activeElement.id === "partner-1-name");
  await person.page.keyboard.type("Fire authority");
  await person.typesIn("Partner 1", "Share of the money", "60");
  await person.sees("Shares of the money add up to 60 %; 40 % to go");
  await person.clicks("button", "Add a partner");
  await person.waitsFor(() => document.activeElement.id === "partner-2-name");
  await person.page.keyboard.type("Police force");
  await person.clicks("button", "Remove partner 1");
  await person.waitsFor(() => document.activeElement.id === "partners");
  await person.sees("Shares of the money: none given");
  await person.clicks("button", "Save");
  await person.finds("heading", "Joint control room");
  const partners = await person.readsTable("Partners");
  assert.deepEqual(partners.map((row) => row.Partner), ["Police force"]);
});

journey("everything wrong with a partnership is told at once, and what was typed stays", async (person) => {
  await withExample(person, "#/partnerships/new");
  await person.clicks("link", "Dates and stage");
  await person.waitsFor(() => document.activeElement.id === "dates");
  await person.types("Start", "1/4/2027");
  await person.types("End", "31/3/2027");
  await person.clicks("button", "Save");
  await person.sees("Enter the name of the partnership");
  await person.sees("Choose the form the partnership takes");
  await person.clicks("link", "The end is before the start: correct one of the two");
  await person.waitsFor(() => document.activeElement.id === "end");
  await person.reloads();
  await person.sees("This is what you typed here earlier and did not save.");
  assert.equal(await person.valueOf("End"), "31/3/2027");
});

journey("a partnership is copied, put away, found in the archive and taken out again", async (person) => {
  await withExample(person, "#/partnerships");
  await person.clicks("link", "Council as a whole");
  await person.clicks("button", "Duplicate");
  await person.finds("heading", "Change Copy of Council as a whole");
  await person.types("Name of the partnership", "Shared legal service");
  await person.clicks("button", "Save");
  await person.finds("heading", "Shared legal service");
  await person.clicks("button", "Archive");
  await person.sees("Archived: it is put away");
  await person.clicks("link", "All partnerships");
  await person.finds("heading", "1 partnership");
  await person.chooses("Status", "Archived");
  await person.finds("heading", "1 partnership found");
  await person.clicks("link", "Shared legal service");
  await person.clicks("button", "Take out of the archive");
  await person.doesNotSee("Archived: it is put away");
  await person.clicks("link", "All partnerships");
  await person.finds("heading", "2 partnerships");
  assert.deepEqual(await names(person), ["Council as a whole", "Shared legal service"]);
});

journey("a count at a glance leads to the partnerships counted", async (person) => {
  await withExample(person, "#/partnerships");
  await person.clicks("link", "1 partnership that nobody leads");
  await person.finds("heading", "1 partnership found");
  assert.equal(await person.address(), "#/partnerships?status=live&without=lead");
  await person.clicks("link", "Where to look first");
  await person.finds("heading", "No partnership is major by your criteria");
  await person.clicks("link", "1 partnership, significance Limited, health Not checked");
  await person.finds("heading", "1 partnership found");
});
