// The benchmark: what stands on the screen is what the core has computed. The expected figures are the
// core's own, written down by tests/it/figures.rs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { journey } from "./harness/journey.mjs";
import { FIFE, withCouncil, withExample } from "./harness/registers.mjs";

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

/** What we read Fife's risks to be about; the published table does not say. */
const CATEGORIES = {
  "Funding and finance": [
    "Under-investment in property and infrastructure",
    "Too few resources for service commitments",
  ],
  "Safeguarding and safety of users": [
    "Health and safety duties lack ownership",
    "Staff and volunteers with vulnerable people",
  ],
  "Partner or supplier failure": ["Strategic partnerships (PPP/PFI, outsourcing)"],
  "Strategic capability and exit": ["Contingency plans for loss of facility or system"],
  "Legal and liability": ["Identifying and complying with legislation", "Incident leading to prosecution"],
  "Standards and practices": ["Systems not uniform"],
  "Service gaps": ["Interdependence of joined-up services"],
  "Governance and accountability": ["Members' and officers' interests"],
};

async function putsInto(person, category, risks) {
  for (const risk of risks) await person.clicks("checkbox", `Select ${risk}`);
  await person.chooses("What to change", "Category");
  await person.chooses("Change it to", category);
  const n = risks.length === 1 ? "1 risk" : `${risks.length} risks`;
  await person.clicks("button", `Change ${n}`);
  await person.sees(`Changed category of ${n}`);
}

journey("Fife's file comes in, its risks get categories, and its overlap with Australian councils is read off", async (person) => {
  await person.opens("#/import");
  await person.picksFile("Choose a file, or drop it here", FIFE);
  await person.clicks("button", "Import 11 risks");
  await person.finds("heading", "11 risks");
  await person.follows("#/benchmark");
  await person.sees("11 open risks have no category");
  await person.clicks("link", "11 open risks have no category");
  await person.follows("#/risks");
  for (const [category, risks] of Object.entries(CATEGORIES)) await putsInto(person, category, risks);
  await person.follows("#/benchmark?survey=aon-au-local-gov-2018&measure=mean-score");
  const expected = EXPECTED.find(({ address }) => address.includes("aon-au") && address.includes("mean-score"));
  const agreement = await person.readsTable("Measures of agreement, overlap first");
  const shown = Object.fromEntries(agreement.map(({ Measure, Figure }) => [Measure, Figure]));
  for (const [name, figure] of Object.entries(expected.measures)) says(shown[name], figure, 3, name);
});

journey("a part of the register is compared as it stood at a snapshot, and what another measure says is told", async (person) => {
  await withCouncil(person, "#/benchmark");
  await person.chooses("Partnerships that count", "Form: Pooled budget");
  await person.sees("in 1 partnership.");
  await person.chooses("Partnerships that count", "All");
  await person.unfolds("What another measure or another depth would say");
  await person.sees(/Depending on measure and depth, rank-biased overlap lies between [\d.]+ and [\d.]+\./);
  assert.equal((await person.readsTable("The comparison by every measure and depth")).length, 7);
  const snapshot = await person.page.evaluate(() => document.querySelector("#snapshot").options[1].text);
  await person.chooses("As of", snapshot);
  await person.waitsFor(() => location.hash.includes("snapshot="));
  assert.equal((await person.readsTable("The comparison by every measure and depth")).length, 4);
});

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
