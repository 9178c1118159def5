// The benchmark: what stands on the screen is what the core has computed. The expected figures are the
// core's own, written down by tests/it/figures.rs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { journey } from "./harness/journey.mjs";
import { withExample } from "./harness/registers.mjs";

const EXPECTED = JSON.parse(await readFile(new URL("./expected-benchmark.json", import.meta.url), "utf8"));

function says(shown, figure, decimals, what) {
  if (figure === null) assert.equal(shown, "–", what);
  else assert.ok(Math.abs(Number(shown) - figure) <= 0.501 * 10 ** -decimals, `${what}: ${shown} is not ${figure}`);
}

for (const { address, measures, table } of EXPECTED) {
  journey(`the figures at ${address} are the core's`, async (person) => {
    await withExample(person, address);
    const agreement = await person.readsTable("Measures of agreement, overlap first");
    const shown = Object.fromEntries(agreement.map(({ Measure, Figure }) => [Measure, Figure]));
    for (const [name, figure] of Object.entries(measures)) says(shown[name], figure, 3, name);
    const own = await person.readsTable("Categories of risk in order");
    assert.equal(own.length, table.length);
    own.forEach((row, i) => {
      const { Category: category, Place: place, Risks: risks } = row;
      assert.deepEqual([Number(place), category, Number(risks)], [table[i].place, table[i].category, table[i].risks]);
      says(Object.values(row)[2], table[i].figure, 2, category);
    });
  });
}

journey("another survey is chosen, and the address follows", async (person) => {
  await withExample(person, "#/benchmark");
  await person.chooses("Your table is ranked by", "Highest score");
  await person.waitsFor(() => location.hash === "#/benchmark?measure=highest-score");
  await person.goesBack();
  await person.waitsFor(() => location.hash === "#/benchmark");
  assert.notEqual(await person.valueOf("Your table is ranked by"), undefined);
});

journey("partnerships rose from 4th in 2003 to 2nd in 2006", async (person) => {
  await withExample(person, "#/benchmark");
  await person.sees(/artnerships?.* rose from 4th to 2nd in the top five/);
  await person.sees("2003");
  await person.sees("2006");
});
