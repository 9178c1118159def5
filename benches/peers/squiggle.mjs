// The year's losses as Squiggle draws them: a set of numbers of events for each risk, and for each of them the sum of as
// many costs out of a set; years with no event or with one, which are most, are spared the list. (Taking several out of a
// set at once would be faster, but gives the same ones each time.) Prints its version and the milliseconds of each
// workload, the best of four runs of so many years that its start no longer counts.
//
//     node squiggle.mjs <folder of node packages> <workloads.json>

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [packages, workloads] = process.argv.slice(2);
const home = join(packages, "@quri/squiggle-lang");
const about = JSON.parse(await readFile(join(home, "package.json"), "utf8"));
const { run } = await import(pathToFileURL(join(home, "dist/index.js")).href);
const { risks } = JSON.parse(await readFile(workloads, "utf8"));

const YEARS = 5_000;

function cost(law, [low, mode, high]) {
  const width = high - low;
  const [a, b] = [1 + (4 * (mode - low)) / width, 1 + (4 * (high - mode)) / width];
  return law === "pert" ? `${low} + ${width} * beta(${a}, ${b})` : `lognormal({p5: ${low}, p95: ${high}})`;
}

function program(law) {
  const loss = ([name, rate, ...amounts]) => `${name.toLowerCase()} = {
  cost = SampleSet.fromDist(${cost(law, amounts)})
  SampleSet.map(Danger.poissonDist(${rate}), {|n| n == 0 ? 0 : n == 1 ? sample(cost) : sum(List.make(n, {|| sample(cost)}))})
}`;
  const names = risks.map(([name]) => name.toLowerCase());
  return `${risks.map(loss).join("\n")}\nyear = ${names.join(" + ")}\n[mean(year), quantile(year, 0.95)]`;
}

for (const [task, law] of [["W1", "pert"], ["W2", "lognormal"]]) {
  const times = [];
  for (let n = 0; n < 4; n++) {
    const from = performance.now();
    const { result } = await run(program(law), { environment: { sampleCount: YEARS, xyPointLength: 100, seed: "1" } });
    if (!result.ok) throw new Error(String(result.value));
    times.push(performance.now() - from);
  }
  const best = Math.min(...times);
  console.log(`who=squiggle version=${about.version} task=${task} best=${best} years=${YEARS}`);
}
