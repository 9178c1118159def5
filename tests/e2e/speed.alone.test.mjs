// A large register stays usable: what every edit, filter and sort costs is measured and printed. A file that is
// called alone runs when all others are done.

import assert from "node:assert/strict";

import { cost } from "./harness/cost.mjs";
import { journey } from "./harness/journey.mjs";
import { largeRegister } from "./harness/large-register.mjs";

const KEY = "partnership-risk:register";

/** Milliseconds within which an edit shows, and within which a filter, a sort or a page does. */
const EDIT = 8;
const VIEW = 30;
/** How often everything is done; the median counts. */
const TIMES = 9;
/** These machines are shared and slow at times: what is slower than this many times its limit is no accident. */
const LENIENCE = 4;

/** Where, what, its limit, how, and the two things that are done by turns. */
const ACTS = [
  ["#/risks", "an edit taken back and made again, on the risks", EDIT, press, ["Undo", "Redo"]],
  ["#/partnerships", "the same on the partnerships", EDIT, press, ["Undo", "Redo"]],
  ["#/actions", "the same on the actions", EDIT, press, ["Undo", "Redo"]],
  ["#/risks", "risks filtered by a word", VIEW, type, ["contract", "budget"]],
  ["#/risks", "risks filtered by a category", VIEW, visit, ["#/risks?category=service-gaps", "#/risks"]],
  ["#/risks", "risks filtered by a cell", VIEW, visit, ["#/risks?likelihood=4&impact=4", "#/risks"]],
  ["#/risks", "risks sorted by title, both ways", VIEW, visit, ["#/risks?sort=title", "#/risks?sort=-title"]],
  ["#/risks", "risks sorted by owner and by score", VIEW, visit, ["#/risks?sort=owner", "#/risks"]],
  ["#/risks", "the next page of risks and the first", VIEW, visit, ["#/risks?page=2", "#/risks"]],
  ["#/partnerships", "partnerships filtered by a word", VIEW, type, ["budget", "school"]],
  ["#/partnerships", "partnerships sorted by name, both ways", VIEW, visit, ["#/partnerships?sort=name", "#/partnerships?sort=-name"]],
];

journey(
  "a register of 200 partnerships and 2,000 risks answers at once",
  async (person) => {
    await person.opens();
    await person.page.evaluate((key, text) => localStorage.setItem(key, text), KEY, await largeRegister(200, 2000));
    await person.reloads();
    await withOneEdit(person);
    const slow = [];
    for (const [place, name, limit, act, given] of ACTS) {
      await person.follows(place);
      await person.waitsFor((place) => location.hash === place && document.querySelector("h1"), place);
      const median = await medianCost(person.page, act, given);
      console.log(`${name}: ${median.toFixed(1)} ms of ${limit} ms`);
      if (median > limit * LENIENCE) slow.push(name);
    }
    assert.deepEqual(slow, []);
    await person.follows("#/risks");
    assert.ok((await person.readsTable("Risks with their current score and level")).length <= 50, "a page of rows");
  },
  { browsers: ["chromium"] },
);

async function withOneEdit(person) {
  await person.follows("#/risks?sort=title");
  await person.clicks("link", "A death follows a mishandled call");
  await person.types("Owner", "Director of Place");
  await person.clicks("button", "Save");
  await person.sees("Saved “A death");
}

async function medianCost(page, act, given) {
  const costs = [];
  for (let time = 0; time < TIMES; time += 1) costs.push(await cost(page, act, given[time % 2]));
  return costs.sort((a, b) => a - b)[TIMES >> 1];
}

// What follows is done inside the page.

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
