// A benchmarking club without a server: a submission is read and saved, those of others are merged, and small
// counts are nowhere to be seen.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { fileOf, withCouncil } from "./harness/registers.mjs";
import { club, filesOf, manySubmissions, submission } from "./harness/submissions.mjs";

const PEERS = "#/benchmark/peers";
const CHOOSE = "Choose submissions, or drop them here";
const TABLE = "League table of your peers";
const NOT_SHOWN = "not shown";

journey("a submission is shown in full, saved without a name, and replaced by the next", async (person) => {
  await withCouncil(person, PEERS);
  await person.sees("(drawn at random when you first save one)");
  const first = await person.savesFile(() => person.clicks("button", "Save this submission"));
  assert.equal(first.name, "partnership-risk-submission.ndjson");
  assert.ok(!/marlshire/i.test(first.text), first.text);
  assert.equal(first.text.trimEnd().split("\n").length, 1);
  const told = JSON.parse(first.text);
  assert.deepEqual([told.schema, told.edition, told.body.length], [1, 1, 13]);
  await person.sees(told.body);
  await person.sees("Saved your submission, the 1st so far");
  const second = JSON.parse((await person.savesFile(() => person.clicks("button", "Save this submission"))).text);
  assert.deepEqual([second.body, second.edition], [told.body, 2]);
  await person.reloads();
  await person.sees(told.body);
  await person.clicks("link", "Compare");
  await person.finds("heading", "Benchmark");
  await person.clicks("link", "Peers");
  await person.picksFile(CHOOSE, await fileOf("both.ndjson", `${JSON.stringify(second)}\n${first.text}`));
  await person.sees("1 file looked at: 2 submissions. 1 was of a body that had another; the newest counts.");
  await person.sees("Your own submission is one of those merged.");
  await person.sees("Bodies compared: not shown.");
});

journey("fifty submissions are merged, a bad one is named, and small counts stay hidden", async (person) => {
  await withCouncil(person, PEERS);
  const bad = submission(51, "council").replace("1000", "1001");
  await person.picksFile(CHOOSE, ...(await filesOf([...club(), bad, "Risk,L,I"])));
  await person.sees("52 files looked at: 50 submissions, 2 files with problems.");
  await person.sees("2 files not read, or not all of it");
  await person.sees(/submission-50\.ndjson: line 1: column \d+: a share is a whole number of thousandths/);
  await person.sees("Bodies compared: 50.");
  const all = await person.readsTable(TABLE);
  assert.equal(all.length, 17);
  assert.ok(all.every((row) => row["Mean score"] !== NOT_SHOWN));
  assert.match(all[0]["Partnerships naming it in their top five"], /^\d+ % \(\d+ of 250\)$/);
  // Four police forces, and six NHS bodies: too few each, and as many together as may be left over.
  for (const [sector, said] of [
    ["Police", NOT_SHOWN],
    ["NHS body", NOT_SHOWN],
    ["Charity or community body", "none"],
    ["Council", "40"],
  ]) {
    await person.chooses("Compare with", sector);
    await person.sees(`Bodies compared of the kind “${sector}”: ${said}.`);
    const rows = await person.readsTable(TABLE);
    const shown = rows.filter((row) => Object.values(row).slice(1).some((cell) => cell !== NOT_SHOWN));
    assert.equal(shown.length > 0, sector === "Council", sector);
  }
  assert.equal(await person.address(), `${PEERS}?sector=council`);
  await person.unfolds("The figures: themes of health");
  const places = await person.readsTable("Where you stand: themes of health");
  assert.equal(places.length, 10);
  await person.findsNoBarrier();
  await person.clicks("button", "Clear: all submissions merged here");
  await person.sees("Nothing merged yet.");
  await person.doesNotSee("Bodies compared");
});

for (const [how, pick, files] of [
  ["in as many files", filesOf, "2,000 files"],
  ["in one file", async (lines) => [await fileOf("club.ndjson", lines.join("\n"))], "1 file"],
]) {
  journey(`two thousand submissions ${how} are merged`, async (person) => {
    await withCouncil(person, PEERS);
    await person.picksFile(CHOOSE, ...(await pick(manySubmissions(2000))));
    await person.sees("Bodies compared: 2,000.");
    await person.sees(`${files} looked at: 2,000 submissions.`);
  });
}

journey("what was merged is gone with the page, and the register is as it was", async (person) => {
  await withCouncil(person, PEERS);
  await person.picksFile(CHOOSE, await fileOf("club.ndjson", club().join("\n")));
  await person.sees("1 file looked at: 50 submissions.");
  const stored = JSON.stringify(await person.stored());
  assert.ok(!stored.includes("0000000000049"), "a submission of others was stored");
  await person.reloads();
  await person.sees("Nothing merged yet.");
});

journey("submissions that are dropped are merged as those that are chosen", async (person) => {
  await withCouncil(person, PEERS);
  await person.finds("heading", "2. Merge what you were sent");
  await person.page.evaluate((lines) => {
    const dropped = new DataTransfer();
    lines.forEach((line, n) => dropped.items.add(new File([line], `submission-${n}.ndjson`)));
    const field = document.querySelector("input[type=file]").closest(".file-input");
    field.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: dropped }));
  }, club().slice(0, 12));
  await person.sees("12 files looked at: 12 submissions.");
  await person.sees("Bodies compared: 12.");
});
