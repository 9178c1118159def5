// Two tabs of a browser that has no locks: both write, and neither writes over the other.

import assert from "node:assert/strict";

import { inAnotherTab, journey } from "./harness/journey.mjs";
import { withExample } from "./harness/registers.mjs";

/** Runs before the page: no locks, as over an insecure connection. */
function noLocks() {
  delete Navigator.prototype.locks;
}

/** Runs before the page: it hears nothing of what other tabs keep. */
function deaf() {
  window.addEventListener("storage", (event) => event.stopImmediatePropagation(), true);
}

/** Opens the example in two tabs without locks, with what else runs before the page. */
async function inTwoTabs(first, before, walk) {
  for (const script of [noLocks, ...before]) await first.page.evaluateOnNewDocument(script);
  await withExample(first);
  await first.sees(/Saved \d\d:\d\d/);
  await inAnotherTab(first, async (second) => {
    for (const script of [noLocks, ...before]) await second.page.evaluateOnNewDocument(script);
    await second.page.bringToFront();
    await second.opens("#/risks");
    await second.finds("heading", "Risks");
    await second.doesNotSee("This register is open in another tab");
    await walk(second);
  });
}

/** Gives a risk an owner and waits until that has come to something. */
async function owned(person, risk, owner, seen) {
  await person.page.bringToFront();
  await person.follows("#/risks");
  await person.clicks("link", risk);
  await person.types("Owner", owner);
  await person.clicks("button", "Save");
  await person.sees(seen);
}

const SAVED = /Saved \d\d:\d\d/;

journey("what one tab saves without locks is shown in the other", async (first) => {
  await inTwoTabs(first, [], async (second) => {
    await owned(first, "Systems not uniform", "Head of ICT", SAVED);
    await second.page.bringToFront();
    await second.sees("Another tab changed 1 risk");
    await second.follows("#/risks");
    await second.sees("Head of ICT");
  });
});

journey("changes of different risks in two tabs without locks are both kept", async (first) => {
  await inTwoTabs(first, [deaf], async (second) => {
    await owned(first, "Systems not uniform", "Head of ICT", SAVED);
    const [, { Risk: another }] = (await first.readsTable("Risks with their current score and level"))
      .filter((row) => row.Risk !== "Systems not uniform");
    await owned(second, another, "Director of Place", "Another tab changed 1 risk; both changes are kept");
    await second.sees(SAVED);
    const kept = await second.kept();
    assert.match(kept, /Head of ICT/);
    assert.match(kept, /Director of Place/);
    await second.follows("#/risks");
    await second.sees("Head of ICT");
  });
});

journey("a change of the same thing in two tabs without locks is asked and not written over", async (first) => {
  await inTwoTabs(first, [deaf], async (second) => {
    await owned(first, "Systems not uniform", "Head of ICT", SAVED);
    await owned(second, "Systems not uniform", "Director of Place", "Another tab changed the same thing");
    await second.sees("Not saved");
    assert.match(await second.kept(), /Head of ICT/);
    assert.doesNotMatch(await second.kept(), /Director of Place/);
    await second.clicks("link", "Choose what is right");
    await second.finds("heading", "Merge two copies");
    await second.sees("Head of ICT");
    await second.findsNoBarrier();
    await second.clicks("button", "Merge");
    await second.finds("heading", "There is a problem");
    await second.clicks("radio", "Yours");
    await second.clicks("button", "Merge");
    await second.sees("Merged with what the other tab saved");
    await second.sees(SAVED);
    assert.match(await second.kept(), /Director of Place/);
  });
});
