// Times what the driver asks for, inside the page: tasks compiled to WebAssembly, and the plain sampler beside them.

import start, { Timed, names, rehearse, table } from "./pkg/partnership_risk_benches.js";
import { sampledYears } from "./javascript.mjs";

/** Times one run after another until so much time is gone, at least a few: the first, the best and the median. */
function timed(budgetMs, prepare, run) {
  const times = [];
  const end = performance.now() + budgetMs;
  while (times.length < 3 || performance.now() < end) {
    if (times.length > 0) prepare();
    const from = performance.now();
    run();
    times.push(performance.now() - from);
  }
  const [first] = times;
  times.sort((a, b) => a - b);
  return { first, best: times[0], median: times[times.length >> 1], runs: times.length };
}

/** What a browser has for compiling between two rehearsals. */
const PAUSE_MS = 50;

window.bench = {
  async names() {
    await start();
    return names().split(" ");
  },
  /** The table that others read too, as numbers from 0 to 255. */
  async table(asWorkbook) {
    await start();
    return [...table(asWorkbook)];
  },
  /** The first run, in a page that has rehearsed so often, as the product's page does once it is idle; without that it has
   * nothing ready, not even compiled code. */
  async task(name, rehearsals, budgetMs) {
    const { memory } = await start();
    const before = memory.buffer.byteLength;
    for (let done = 0; done < rehearsals; done += 1) {
      rehearse();
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    const task = Timed.named(name);
    const times = timed(budgetMs, () => task.prepare(), () => task.run());
    return { ...times, memory: memory.buffer.byteLength - before };
  },
  javascript(workload, law, years, budgetMs) {
    return timed(budgetMs, () => {}, () => sampledYears(workload, law, years));
  },
};
