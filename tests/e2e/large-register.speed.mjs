// What every edit, filter and sort of a large register takes, beside what is aimed at. `cargo xtask bench` runs it; what
// the page may change for each of them is in large-register.test.mjs.

import { cost } from "./harness/cost.mjs";
import { journey } from "./harness/journey.mjs";
import { ACTS, goesTo, withLargeRegister } from "./harness/large-register.mjs";

/** Milliseconds within which an edit shows, and within which a filter, a sort or a page does. */
const AIM = { edit: 8, view: 30 };
/** How often everything is done; the median counts. */
const TIMES = 9;

journey(
  "a register of 200 partnerships and 2,000 risks",
  async (person) => {
    await withLargeRegister(person);
    for (const [place, name, kind, act, given] of ACTS) {
      await goesTo(person, place);
      const median = await medianCost(person.page, act, given);
      console.log(`${name}: ${median.toFixed(1)} ms (aim: ${AIM[kind]})`);
    }
  },
  { browsers: ["chromium"] },
);

async function medianCost(page, act, given) {
  const costs = [];
  for (let time = 0; time < TIMES; time += 1) costs.push(await cost(page, act, given[time % 2]));
  return costs.sort((a, b) => a - b)[TIMES >> 1];
}
