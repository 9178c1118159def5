// One register in several tabs: one of them writes, the others follow, and nothing is lost between them.

import assert from "node:assert/strict";

import { inAnotherTab, journey } from "./harness/journey.mjs";
import { withExample } from "./harness/registers.mjs";

const ELSEWHERE = "This register is open in another tab";

/** Turns to a tab: a browser draws no other. */
function at(person) {
  return person.page.bringToFront();
}

/** Gives the risk an owner, and sees what becomes of it. */
async function owned(person, owner, said) {
  await at(person);
  await person.follows("#/risks");
  await person.clicks("link", "Systems not uniform");
  await person.types("Owner", owner);
  await person.clicks("button", "Save");
  await person.sees(said);
}

/** Opens the example in one tab and again in another, which follows, and edits a risk in the first. */
async function followed(first, walk) {
  await withExample(first);
  await first.sees(/Saved \d\d:\d\d/);
  await inAnotherTab(first, async (second) => {
    await at(second);
    await second.opens("#/risks");
    await second.sees(ELSEWHERE);
    await owned(first, "Head of ICT", "Saved “Systems not uniform”");
    await walk(second);
  });
}

journey("a second tab follows the first, takes over when it is asked to, and nothing is lost", async (first) => {
  await followed(first, async (second) => {
    await at(second);
    await second.sees("Head of ICT");
    await second.clicks("link", "Systems not uniform");
    await second.types("Owner", "Director of Place");
    for (const name of ["Save", "Delete", "Undo"]) {
      const button = await second.finds("button", name);
      assert.equal(await button.evaluate((element) => element.ariaDisabled), "true", name);
    }
    await second.clicks("button", "Save");
    await at(first);
    await first.doesNotSee("Director of Place");
    await at(second);
    await second.clicks("button", "Work here instead");
    await second.doesNotSee(ELSEWHERE);
    // What was typed is still there.
    await second.clicks("button", "Save");
    await second.sees("Saved “Systems not uniform”");
    await at(first);
    await first.sees(ELSEWHERE);
    await first.follows("#/risks");
    await first.sees("Director of Place");
    assert.match(await first.kept(), /Director of Place/);
    await second.page.close();
  });
  await first.doesNotSee(ELSEWHERE);
  await owned(first, "Head of Audit", "Saved “Systems not uniform”");
  await first.sees(/Saved \d\d:\d\d/);
  await first.reloads();
  await first.follows("#/risks");
  await first.sees("Head of Audit");
});

journey("a change that is not saved yet is saved before another tab takes over", async (first) => {
  await followed(first, async (second) => {
    await first.clicks("button", "Undo");
    await at(second);
    await second.clicks("button", "Work here instead");
    await second.doesNotSee(ELSEWHERE);
    await second.doesNotSee("Head of ICT");
    await at(first);
    await first.sees(ELSEWHERE);
    await first.doesNotSee("Not saved");
  });
});
