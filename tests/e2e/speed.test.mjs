// A large register stays usable: what every edit, filter and sort costs is measured and printed.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { cost } from "./harness/cost.mjs";
import { largeRegister } from "./harness/large-register.mjs";

const KEY = "partnership-risk:register";

const EDIT = 8;
const VIEW = 30;
const TIMES = 9;
/** A busy machine is slow: only what is slower than this many times its limit is a fault of the page. */
const LENIENCE = 4;

/** What is done again and again, each time with the other of two things, and what it may cost. */
const ACTS = [
  ["#/risks", "edit: taken back and made again", EDIT, press, ["Undo", "Redo"]],
  ["#/risks", "filter: by a word", VIEW, type, ["contract", "budget"]],
  ["#/risks", "filter: by a category", VIEW, visit, ["#/risks?category=service-gaps", "#/risks"]],
  ["#/risks", "filter: by a cell of the heat map", VIEW, visit, ["#/risks?likelihood=4&impact=4", "#/risks"]],
  ["#/risks", "sort: by title, both ways", VIEW, visit, ["#/risks?sort=title", "#/risks?sort=-title"]],
  ["#/risks", "sort: by owner or score", VIEW, visit, ["#/risks?sort=owner", "#/risks"]],
  ["#/risks", "page: the next and the first", VIEW, visit, ["#/risks?page=2", "#/risks"]],
  ["#/partnerships", "edit: taken back and made again, partnerships", EDIT, press, ["Undo", "Redo"]],
  ["#/partnerships", "filter: partnerships by a word", VIEW, visit, ["#/partnerships?q=budget", "#/partnerships"]],
  ["#/partnerships", "sort: partnerships", VIEW, visit, ["#/partnerships?sort=name", "#/partnerships?sort=-name"]],
];

journey("a register of 200 partnerships and 2,000 risks answers at once", async (person) => {
  await person.opens();
  await person.page.evaluate((key, text) => localStorage.setItem(key, text), KEY, await largeRegister(200, 2000));
  await person.reloads();
  await person.follows("#/risks?sort=title");
  await person.clicks("link", "A death follows a mishandled call");
  await person.types("Owner", "Director of Place");
  await person.clicks("button", "Save");
  await person.sees("Saved “A death");
  const slow = [];
  for (const [place, name, limit, act, given] of ACTS) {
    await person.follows(place);
    const costs = [];
    for (let time = 0; time < TIMES; time += 1) costs.push(await cost(person.page, act, given[time % 2]));
    const median = costs.sort((a, b) => a - b)[TIMES >> 1];
    console.log(`${name}: ${median.toFixed(1)} ms of ${limit} ms`);
    if (median > limit * LENIENCE) slow.push(name);
  }
  assert.deepEqual(slow, []);
}, { browsers: ["chromium"] });

function press(label) {
  [...document.querySelectorAll("button")].find((button) => button.textContent.trim() === label).click();
}
function visit(address) {
  location.hash = address;
}
function type(text) {
  const field = document.getElementById("filter-text");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
