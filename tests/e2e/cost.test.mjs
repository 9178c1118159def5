// The cost of risk: figures are entered and read off, controls switched, years simulated beside the page, and a worker
// that dies or cannot be had does no harm.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { withCouncil, withExample } from "./harness/registers.mjs";

const FIGURES = "Figures of a year’s loss";
const COMPARED = "Exact and simulated figures";

/** The value of a figure in a column. */
async function figure(person, name, column) {
  const rows = await person.readsTable(FIGURES);
  return rows.find((row) => row.Figure === name)[column];
}

/** £1.68 million as a number. */
function pounds(said) {
  const [, number, unit] = said.match(/£([\d.,]+)( million)?/);
  return Number(number.replaceAll(",", "")) * (unit ? 1e6 : 1);
}

journey("a control is switched off, the figures follow at once, and are as before when it is on again", async (person) => {
  await withCouncil(person, "#/cost");
  const before = await figure(person, "P80", "Today");
  await person.clicks("checkbox", "Financial checks of care providers");
  await person.sees(/As switched, a year costs £.* more on average/);
  assert.ok(pounds(await figure(person, "P80", "As switched")) > pounds(before));
  assert.equal(await figure(person, "P80", "Today"), before);
  await person.clicks("link", "As they are today");
  await person.sees(/The controls that operate save £.* a year on average/);
});

journey("three risks get figures, and the chance of a dear year is read off", async (person) => {
  await withCouncil(person, "#/cost");
  await person.sees(/from 14 risks/);
  const before = await figure(person, "P80", "Today");
  for (const place of (await withoutFigures(person)).slice(0, 3)) await putsFigures(person, place);
  await person.follows("#/cost");
  await person.sees(/from 17 risks/);
  assert.ok(pounds(await figure(person, "P80", "Today")) > pounds(before));
});

journey("a million years are simulated and confirm the exact figures, with the same digits in every browser", async (person) => {
  await withCouncil(person, "#/cost");
  await person.clicks("button", "Simulate a million years");
  await person.finds("heading", "A simulation confirms the exact figures");
  const rows = await person.readsTable(COMPARED);
  assert.equal(rows.length, 8);
  for (const row of rows) assert.ok(Math.abs(Number(row["Difference in standard errors"])) <= 4, JSON.stringify(row));
  await person.sees(/1,000,000 years, each drawn independently, seed 1;/);
  // The host finds the same: tests/it/render/cost.rs.
  await person.sees("Check number of this run: c2a1c50047a475e5.");
});

journey("what was simulated is stale once a control is switched", async (person) => {
  await withCouncil(person, "#/cost");
  await person.clicks("button", "Simulate a million years");
  await person.finds("heading", "A simulation confirms the exact figures");
  await person.clicks("checkbox", "Winter salt reserve");
  await person.sees("that result no longer speaks of them");
  await person.finds("heading", "Check the figures by simulation");
});

journey("a long run is stopped, and the page answers at once", async (person) => {
  // A worker that never answers stands for one that takes long.
  await person.page.evaluateOnNewDocument(() => {
    const Real = window.Worker;
    window.Worker = function (address) {
      const worker = new Real(address);
      worker.postMessage = () => {};
      return worker;
    };
    window.Worker.prototype = Real.prototype;
  });
  await withCouncil(person, "#/cost");
  await person.clicks("button", "Simulate a million years");
  await person.sees("0 of 1,000,000 years simulated");
  const stopped = await person.page.evaluate(async () => {
    [...document.querySelectorAll("button")].find((button) => button.textContent === "Stop").click();
    await new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));
    return document.body.textContent.includes("Stopped before the end.");
  });
  assert.ok(stopped, "it stands there in the next picture of the page");
});

journey("without workers the years are simulated on the page", async (person) => {
  await person.page.evaluateOnNewDocument(() => {
    window.Worker = function () {
      throw new Error("no workers here");
    };
  });
  await withCouncil(person, "#/cost");
  await person.clicks("button", "Simulate a million years");
  await person.finds("heading", "A simulation confirms the exact figures");
});

journey("a worker that dies is told of, and the next one does the work", async (person) => {
  await person.page.evaluateOnNewDocument(() => {
    const Real = window.Worker;
    let made = 0;
    window.Worker = function (address) {
      made += 1;
      const dies = new Blob(["onmessage = () => { throw new Error('out of memory'); }"], { type: "text/javascript" });
      return new Real(made === 1 ? URL.createObjectURL(dies) : address);
    };
    window.Worker.prototype = Real.prototype;
  });
  person.allows(/out of memory/);
  await withCouncil(person, "#/cost");
  await person.clicks("button", "Simulate a million years");
  await person.sees(/The simulation stopped: .*out of memory.*The exact figures do not need it\./);
  await person.clicks("button", "Try again");
  await person.finds("heading", "A simulation confirms the exact figures");
});

const BREAK_INS = "Gangs steal computers from schools";

/** Looks at the past losses of the risk that Derbyshire's published figures stand at. */
async function pastBreakIns(person) {
  await withCouncil(person, "#/cost");
  await person.clicks("link", "Past losses");
  await person.finds("heading", "What past losses say");
  await person.chooses("Losses", `Risk: ${BREAK_INS}`);
  await person.sees("195 events in 4 financial years.");
}

journey("Derbyshire's published figures are read off the page", async (person) => {
  await pastBreakIns(person);
  await person.chooses("After: to", "2007/08");
  await person.finds("heading", "Losses cost 83 % less a year: 65 % of the change is fewer events");
  const rows = await person.readsTable("What the change is made of");
  assert.deepEqual(rows.map((row) => row.Change), ["-68.0 %", "-45.8 %", "-82.6 %"]);
  assert.deepEqual(rows.map((row) => row["Share of the change"]), ["65 %", "35 %", "100 %"]);
  await person.sees("2003/04: 128 events a year, 95 % interval 106.8 to 152.2.");
  await person.sees("2007/08: 41 events a year, 95 % interval 29.4 to 55.6.");
  assert.match(await person.address(), /before=2003&after=2007$/);
  await person.chooses("Years without a loss", "Were quiet: count them");
  await person.sees("195 events in 23 financial years.");
});

journey("past losses are taken as figures, called derived until they are changed, and saved", async (person) => {
  await pastBreakIns(person);
  await person.clicks("link", BREAK_INS);
  await person.finds("heading", BREAK_INS);
  const place = await person.address();
  await person.clicks("button", "Take these as figures, years without a loss counted as quiet");
  await person.sees("These figures are derived from past losses.");
  assert.equal(await person.valueOf("Times a year, on average"), "8.478261");
  assert.equal(await person.valueOf("Cost each time"), "1923.08");
  assert.match(await person.valueOf("What the figures rest on"), /^From 195 losses 2003\/04 to 2025\/26, years without/);
  await person.types("Times a year, on average", "9");
  await person.doesNotSee("These figures are derived");
  await person.clicks("button", "Take these as figures, years without a loss left out");
  await person.sees("These figures are derived from past losses.");
  await person.clicks("button", "Save");
  await person.sees(`Saved “${BREAK_INS}”`);
  await person.follows(place);
  await person.sees("These figures are derived from past losses.");
  assert.equal(await person.valueOf("Times a year, on average"), "48.75");
});

journey("a risk begins with the figures of its rating, and its year is drawn while it is typed", async (person) => {
  await withCouncil(person, "#/risks?without=figures");
  await person.finds("heading", "Risks");
  await person.page.evaluate(() => document.querySelector("tbody th a").click());
  await person.clicks("button", "Begin with figures from the rating");
  await person.sees("These figures are derived from the rating.");
  assert.match(await person.valueOf("What the figures rest on"), /^From the rating before controls: likelihood .*, impact /);
  await person.sees(/in one year of twenty it is more than £.* \(P95\)/);
  await person.waitsFor(() => document.querySelector("#figures-picture rect"));
  await person.types("Times a year, on average", "0.001");
  await person.doesNotSee("These figures are derived");
  await person.sees("In ninety-nine years of a hundred it costs nothing");
  await person.clicks("button", "Save");
  await person.sees(/Saved/);
});

/** The places of open risks without figures, from a page that lists no risks. */
async function withoutFigures(person) {
  await person.follows("#/risks?without=figures");
  await person.finds("heading", "Risks");
  await person.waitsFor(() => document.querySelector("tbody th a"));
  return person.page.evaluate(() => [...document.querySelectorAll("tbody th a")].map((link) => link.hash));
}

/** Gives figures to the risk at a place. */
async function putsFigures(person, place) {
  await person.follows(place);
  await person.waitsFor((place) => location.hash === place && document.querySelector("#frequency"), place);
  await person.chooses("How often could it happen?", "Any number of times, at a steady rate");
  await person.types("Times a year, on average", "0.5");
  await person.chooses("What would it cost each time?", "Always the same");
  await person.types("Cost each time", "100000");
  await saves(person, place);
}

/** Saves the form at a place, which leads away from it. */
async function saves(person, place) {
  await person.clicks("button", "Save");
  await person.waitsFor((place) => location.hash !== place, place);
}

journey("two risks are pulled by one driver, and the worst years grow worse while the mean stays", async (person) => {
  await withExample(person, "#/cost");
  const risks = (await withoutFigures(person)).slice(0, 2);
  for (const place of risks) await putsFigures(person, place);
  await person.follows("#/cost");
  await person.sees("Risks are taken to be independent of one another.");
  const figures = async () => [await figure(person, "Expected loss", "Today"), await figure(person, "Tail value at risk, 95 %", "Today")];
  const [mean, tail] = await figures();

  await person.clicks("link", "Shared drivers");
  await person.finds("heading", "Shared drivers");
  await person.clicks("button", "Add a driver");
  await person.typesIn("Driver 1", "Name", "Shortage of staff");
  await person.typesIn("Driver 1", "In a bad year (one in ten), events come how many times as often?", "3");
  await person.sees(/Variance 3\.9/);
  await saves(person, "#/settings/drivers");
  for (const place of risks) {
    await person.follows(place);
    await person.typesIn("What it has in common with other risks", "Shortage of staff", "100");
    await saves(person, place);
  }

  await person.follows("#/cost");
  await person.sees("Risks move together by 1 shared driver: Shortage of staff.");
  const [meanAfter, tailAfter] = await figures();
  assert.equal(meanAfter, mean);
  assert.ok(pounds(tailAfter) > pounds(tail), `${tailAfter} after ${tail}`);
});
