// What is kept in the browser, what happens when it cannot be, and copies that people keep themselves.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { choosesFile, downloads, fileOf, withExample } from "./harness/registers.mjs";

const KEY = "partnership-risk:register";
const ASIDE = "partnership-risk:damaged:";

/** Puts a text where the register is kept, before the page starts. */
async function withKept(person, text) {
  await person.opens();
  await person.page.evaluate((key, text) => localStorage.setItem(key, text), KEY, text);
  await person.reloads();
}

for (const [what, text] of [
  ["cut short", '{"format":"partnership-risk","schema":1,"saved_at":17'],
  ["of another kind", "£ \u202e \u0000 \ud83d\udd25 <script>alert(1)</script>\r\n\t "],
  ["written by a newer version", '{"format":"partnership-risk","schema":99,"future":true}'],
]) {
  journey(`a text ${what} is put aside, offered byte by byte, and not overwritten`, async (person) => {
    await withKept(person, text);
    await person.sees("A saved register could not be read");
    const { text: offered } = await person.savesFile(() => person.clicks("button", "Download what was found"));
    assert.equal(offered, text);
    await person.clicks("button", "Open the worked example");
    await person.finds("heading", "Fife Council");
    await person.sees(/Saved \d\d:\d\d/);
    const stored = await person.stored();
    const [aside] = Object.keys(stored).filter((key) => key.startsWith(ASIDE));
    assert.equal(stored[aside], text, "the text is still there, whole");
    assert.match(await person.kept(), /Fife Council/);
    await person.reloads();
    await person.sees("A saved register could not be read");
    await person.clicks("button", "Delete it from this browser");
    await person.doesNotSee("A saved register could not be read");
    assert.deepEqual(Object.keys(await person.stored()).filter((key) => key.startsWith(ASIDE)), []);
  });
}

journey("when storage is full it is said, what was saved stays, and work goes on", async (person) => {
  await withExample(person, "#/risks");
  await person.sees(/Saved \d\d:\d\d/);
  const before = await person.kept();
  await person.page.evaluate(() => {
    let text = "x".repeat(1 << 20);
    for (let n = 0; text.length > 0; n += 1) {
      try {
        localStorage.setItem(`filler-${n}`, text);
      } catch {
        text = text.slice(0, text.length >> 1);
      }
    }
  });
  await person.clicks("link", "Systems not uniform");
  await person.types("Notes", "A long note. ".repeat(20));
  await person.clicks("button", "Save");
  await person.sees("Your work is in this page only");
  await person.sees("storage for this page is full");
  assert.equal(await person.kept(), before);
  const { text } = await person.savesFile(() => person.clicks("button", "Save a file"));
  assert.match(text, /A long note\./);
  await person.page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith("filler")).forEach((k) => localStorage.removeItem(k)));
  await person.clicks("link", "Systems not uniform");
  await person.types("Owner", "Head of ICT");
  await person.clicks("button", "Save");
  await person.doesNotSee("Your work is in this page only");
  await person.reloads();
  await person.sees("Head of ICT");
});

for (const [what, block] of [
  ["blocked", () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })],
  ["absent", () => Object.defineProperty(window, "localStorage", { value: null })],
]) {
  journey(`when storage is ${what} it is said, and work goes on in memory`, async (person) => {
    await person.page.evaluateOnNewDocument(block);
    await person.opens();
    await person.sees("this browser allows the page no storage");
    await person.clicks("button", "Open the worked example");
    await person.finds("heading", "Fife Council");
    await person.clicks("link", "Risks");
    await person.clicks("link", "Systems not uniform");
    await person.types("Owner", "Head of ICT");
    await person.clicks("button", "Save");
    await person.sees("Head of ICT");
    const { text } = await person.savesFile(() => person.clicks("button", "Save a file"));
    assert.match(text, /Head of ICT/);
  });
}

journey("a saved copy opens again as the same register", async (person) => {
  await withExample(person, "#/risks");
  await person.clicks("link", "Systems not uniform");
  await person.types("Owner", "Head of ICT");
  await person.clicks("button", "Save");
  await person.sees("Head of ICT");
  const { name, text } = await downloads(person);
  assert.match(name, /^fife-council-\d{4}-\d\d-\d\d\.prisk\.json$/);
  // What is still being kept would be there again.
  await person.sees(/Saved \d\d:\d\d/);
  await person.follows("#/");
  await person.forgets();
  await person.reloads();
  await person.finds("heading", "Know the risks of your partnerships");
  await choosesFile(person, await fileOf(name, text));
  await person.clicks("button", "Open this register");
  await person.finds("heading", "Fife Council");
  await person.clicks("link", "Risks");
  await person.sees("Head of ICT");
});

journey("an altered copy is refused in words", async (person) => {
  await withExample(person);
  const { name, text } = await downloads(person);
  await choosesFile(person, await fileOf(name, text.replace("Systems", "Sistems")));
  await person.sees("cannot be used: the checksum does not match");
});
