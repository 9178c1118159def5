// Our practice beside what was published, and our table beside many: what is found leads to where it can be changed.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { withCouncil } from "./harness/registers.mjs";

const FIGURES = "Your practice beside published figures";
const SURVEYS = "Surveys by how much your table resembles them";

journey("a partnership without an accountable officer gets one, and the share moves", async (person) => {
  await withCouncil(person, "#/benchmark/practice");
  await person.sees(/Risk management is in place in .* %; the Alarm and Audit Commission survey of 2006 found it in 44 % of bodies\./);
  await person.unfolds("The figures behind this picture");
  const share = async () => {
    const rows = await person.readsTable(FIGURES);
    return rows.find((row) => row.Practice === "Accountable officer named").Yours;
  };
  assert.equal(await share(), "88 % (7 of 8)");
  await person.findsNoBarrier();
  await person.unfolds("Would have to change: 1 partnership (accountable officer named)");
  await person.clicks("link", "Housing-related support");
  await person.types("Who is in charge?", "Director of Housing");
  await person.clicks("button", "Save");
  await person.sees("Saved Housing-related support");
  await person.follows("#/benchmark/practice");
  await person.unfolds("The figures behind this picture");
  await person.sees("8 of 8 partnerships, 100 %");
  assert.equal(await share(), "100 % (8 of 8)");
});

journey("of several surveys the most alike is named, and leads to the comparison with it", async (person) => {
  await withCouncil(person, "#/benchmark");
  await person.clicks("link", "Several surveys");
  await person.finds("heading", "Several surveys");
  await person.chooses("Completeness", "Complete");
  await person.waitsFor(() => location.hash === "#/benchmark/several?extent=complete");
  const rows = await person.readsTable(SURVEYS);
  const overlaps = rows.map((row) => Number(row["Rank-biased overlap"]));
  assert.deepEqual(overlaps, overlaps.toSorted((a, b) => b - a));
  await person.finds("heading", `Your table is most like ${rows[0].Survey}`);
  await person.findsNoBarrier();
  await person.clicks("link", rows[0].Survey);
  await person.finds("heading", "Benchmark");
  assert.match(await person.address(), /^#\/benchmark\?survey=/);
});
