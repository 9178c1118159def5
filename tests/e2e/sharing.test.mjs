// Links that hold the data themselves: made at one desk, looked at and taken over at another, and refused where they are
// not sound. A questionnaire goes to a partner and comes back as a respondent.

import assert from "node:assert/strict";

import { atAnotherDesk, journey } from "./harness/journey.mjs";
import { inflatingLink } from "./harness/links.mjs";
import { withCouncil, withExample } from "./harness/registers.mjs";

const RISKS = "Risks that were shared, the greatest first";
const WORDS = "four plain words here";

/** Makes the link and gives the place at which it is opened. */
async function makesLink(person) {
  await person.clicks("button", "Make the link");
  await person.sees(/It has [\d,]+ characters\./);
  return new URL(await person.valueOf("The link")).hash;
}

/** The name of the invented council's first partnership, and the page that shares it. */
async function sharesFirst(person) {
  await withCouncil(person);
  await person.sees(/Saved \d\d:\d\d/);
  const { register } = JSON.parse(await person.kept());
  const [{ id, name }] = register.partnerships;
  await person.follows(`#/partnerships/${id}`);
  await person.clicks("link", "Share");
  await person.finds("heading", "Share by a link");
  assert.equal(await person.valueOf("What to share"), id);
  return { id, name };
}

journey("a partnership is shared by a link, looked at elsewhere, added, and taken out again", async (person) => {
  const { name } = await sharesFirst(person);
  await person.findsNoBarrier();
  const place = await makesLink(person);
  assert.ok(place.startsWith("#/shared/p1"), place);
  await person.clicks("button", "Copy: The link");
  await person.sees(/Copied\.|It is selected/);
  await atAnotherDesk(person, async (there) => {
    await withExample(there);
    await there.sees(/Saved \d\d:\d\d/);
    await there.follows(place);
    await there.finds("heading", `${name}, shared by Marlshire Council`);
    // What the link holds lingers neither in the address nor in what the browser keeps.
    await there.waitsFor(() => location.hash === "#/shared");
    const before = await there.stored();
    assert.ok(!JSON.stringify(before).includes(place.slice(10, 40)));
    assert.ok(!(await there.kept()).includes("Marlshire"));
    assert.ok((await there.readsTable(RISKS)).length > 0);
    await there.findsNoBarrier();
    await there.clicks("button", "Add this partnership to my register");
    await there.finds("heading", name);
    await there.sees(`Added “${name}” with all that belongs to it`);
    await there.clicks("button", "Undo");
    await there.finds("heading", "There is nothing at this address");
  });
});

journey("a link opened afresh shows what it holds, and what is here already is not added twice", async (person) => {
  const { name } = await sharesFirst(person);
  const place = await makesLink(person);
  await person.follows(place);
  await person.finds("heading", `${name}, shared by Marlshire Council`);
  await person.sees("It cannot simply be added:");
  await person.findsNo("button", "Add this partnership to my register");
  await person.clicks("button", "Merge with what is here");
  await person.finds("heading", "Merge two copies");
  await atAnotherDesk(person, async (there) => {
    await there.opens(place);
    await there.finds("heading", `${name}, shared by Marlshire Council`);
    await there.clicks("button", "Open it as a register");
    await there.finds("heading", "Marlshire Council");
  });
});

journey("a sealed link opens with its passphrase alone", async (person) => {
  await withExample(person, "#/share");
  await person.clicks("checkbox", "Encrypt it with a passphrase");
  await person.types("Passphrase", WORDS);
  await person.types("Passphrase again", "other");
  await person.clicks("button", "Make the link");
  await person.sees("Enter the same passphrase again: both differ");
  await person.types("Passphrase again", WORDS);
  const place = await makesLink(person);
  assert.ok(place.startsWith("#/shared/s1"), place);
  await atAnotherDesk(person, async (there) => {
    await there.opens(place);
    await there.finds("heading", "It is protected with a passphrase");
    await there.doesNotSee("Fife");
    await there.types("Passphrase", "four other words here");
    await there.clicks("button", "Open it");
    await there.sees(/The passphrase is wrong/);
    await there.types("Passphrase", WORDS);
    await there.clicks("button", "Open it");
    await there.finds("heading", "The register of Fife Council, shared with you");
    await there.clicks("button", "Open it");
    await there.finds("heading", "Fife Council");
  });
});

journey("a link that would inflate to a gigabyte, or was cut, is refused at once and the page lives", async (person) => {
  await withExample(person, "#/share");
  const sound = await makesLink(person);
  // Firefox takes no address of more than a million characters.
  const bomb = await inflatingLink(person.kind === "firefox" ? 700 : 1_024);
  await person.follows("#/");
  await person.finds("heading", "Fife Council");
  const begun = Date.now();
  await person.follows(`#/shared/${bomb}`);
  await person.sees("It would unpack to more than 8 MB");
  console.log(`refused after ${Date.now() - begun} ms (aim: 2,000)`);
  for (const place of [sound.slice(0, -1), sound.slice(0, sound.length / 2), sound.slice(0, 12)]) {
    await person.follows("#/");
    await person.finds("heading", "Fife Council");
    await person.follows(place);
    await person.sees("Its end is missing: it was cut short on its way");
  }
  await person.follows("#/risks");
  await person.clicks("link", "Systems not uniform");
  await person.finds("heading", "Systems not uniform");
});

journey("a partner answers a questionnaire elsewhere, and the answers come back as a respondent", async (person) => {
  await withExample(person, "#/health");
  await person.sees(/Saved \d\d:\d\d/);
  const { register } = JSON.parse(await person.kept());
  const [{ id, name }] = register.partnerships;
  await person.follows(`#/partnerships/${id}/health`);
  await person.clicks("link", "Ask a partner");
  await person.finds("heading", "Ask a partner");
  await person.types("Which post? (optional)", "Chief nurse");
  await person.findsNoBarrier();
  const questions = await makesLink(person);
  const file = await person.savesFile(() => person.clicks("button", "Save a file instead"));
  assert.match(file.name, /\.prisk-questionnaire\.json$/);
  assert.ok(!file.text.includes("Systems not uniform"));
  let answers;
  await atAnotherDesk(person, async (there) => {
    await there.opens(questions);
    await there.finds("heading", "Purpose and value");
    await there.sees("asked by Fife Council");
    await there.clicks("button", "Agreement");
    await there.finds("heading", "Agreement");
    await there.clicks("radio", "Partly");
    await there.sees("1 of 40 questions answered.");
    await there.findsNoBarrier();
    assert.deepEqual(Object.keys(await there.stored()).filter((key) => key.includes("draft")), []);
    await there.clicks("button", "Send your answers");
    await there.finds("heading", "Send your answers");
    assert.equal(await there.valueOf("Who answers?"), "Chief nurse");
    answers = await makesLink(there);
    const saved = await there.savesFile(() => there.clicks("button", "Save a file instead"));
    assert.match(saved.name, /\.prisk-answers\.json$/);
  });
  assert.ok(answers.startsWith("#/answers/a1"), answers);
  await person.follows(answers);
  await person.finds("heading", "Answers from a partner");
  await person.waitsFor(() => location.hash === "#/answers");
  await person.sees("1 of 40 questions");
  await person.findsNoBarrier();
  await person.clicks("button", "Add these answers");
  await person.finds("heading", `Health of ${name}`);
  await person.sees("Added the answers of Chief nurse");
  await person.sees("From 1 respondent; 1 of 40 questions answered.");
  // The same answers once more are no second respondent.
  await person.follows(answers);
  await person.sees("These answers are here already; nothing is to be done.");
});
