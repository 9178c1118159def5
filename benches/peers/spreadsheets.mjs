// The table of the benches as others read it, in Node: Papa Parse from text to rows, SheetJS from a workbook to rows, both
// without giving types to cells of text. Prints the milliseconds of the best and the middle one of nine runs.
//
//     node spreadsheets.mjs <papaparse or xlsx> <folder of node packages> <folder with table.csv and table.xlsx>

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const TIMES = 9;
const ROWS = 10_001;

const [who, packages, folder] = process.argv.slice(2);
const require = createRequire(join(packages, "index.js"));
const theirs = require(who);
const { version } = require(`${who}/package.json`);

const tasks = {
  papaparse: async () => {
    const text = await readFile(join(folder, "table.csv"), "utf8");
    return ["csv-read", () => theirs.parse(text, { skipEmptyLines: true }).data.length];
  },
  xlsx: async () => {
    const bytes = await readFile(join(folder, "table.xlsx"));
    return ["xlsx-read", () => {
      const { SheetNames, Sheets } = theirs.read(bytes, { dense: true });
      return theirs.utils.sheet_to_json(Sheets[SheetNames[1]], { header: 1 }).length - 1;
    }];
  },
};

const [task, run] = await tasks[who]();
const times = [];
for (let time = 0; time < TIMES; time += 1) {
  const from = performance.now();
  const rows = run();
  times.push(performance.now() - from);
  if (rows !== ROWS) throw new Error(`${who} read ${rows} rows`);
}
times.sort((a, b) => a - b);
console.log(`who=${who} version=${version} task=${task} best=${times[0]} median=${times[TIMES >> 1]}`);
