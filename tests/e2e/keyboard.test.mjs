// Everything can be done without a mouse: by Tab, Enter, space, arrows and typing.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";

/** Presses Tab, forwards or backwards, until the element with this name has the focus. */
async function tabsTo(person, name, { back = false, most = 80 } = {}) {
  const passed = [];
  if (back) await person.page.keyboard.down("Shift");
  try {
    for (let n = 0; n < most; n += 1) {
      await person.presses("Tab");
      const focus = await person.focus();
      if (focus.name.split("\n")[0] === name) {
        assert.ok(await isVisiblyFocused(person), `"${name}" has the focus and does not show it`);
        return;
      }
      passed.push(focus.name.slice(0, 30));
    }
  } finally {
    if (back) await person.page.keyboard.up("Shift");
  }
  assert.fail(`Tab does not reach "${name}"; it passes ${passed.join(" | ")}`);
}

/** Whether the focused element looks different from the same element without focus. */
function isVisiblyFocused(person) {
  return person.page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== "none" || style.boxShadow !== "none";
  });
}

async function typesAt(person, name, text) {
  await tabsTo(person, name);
  await person.page.keyboard.type(text);
}

journey("a register is started, filled and read by keyboard alone", async (person) => {
  await person.opens();
  await tabsTo(person, "Start a register");
  await person.presses("Enter");
  await person.finds("heading", "Start a register");
  await typesAt(person, "Name of your organisation", "Avon Fire Authority");
  await tabsTo(person, "What kind of body is it?");
  await person.presses("f");
  await tabsTo(person, "Save");
  await person.presses("Enter");
  await person.finds("heading", "Avon Fire Authority");

  await tabsTo(person, "Add your first partnership");
  await person.presses("Enter");
  await person.finds("heading", "New partnership");
  await typesAt(person, "Name of the partnership", "Joint control room");
  await tabsTo(person, "Which form does it take?");
  await person.presses("ArrowDown");
  await tabsTo(person, "Save");
  await person.presses("Enter");
  await person.finds("heading", "Joint control room");

  await tabsTo(person, "Add a risk");
  await person.presses("Enter");
  await person.finds("heading", "New risk");
  await typesAt(person, "The risk in a few words", "Call handling fails");
  await tabsTo(person, "Likelihood");
  await tabsTo(person, "Likelihood");
  await person.page.keyboard.type("4");
  await typesAt(person, "Impact", "5");
  // Enter in a field sends the form.
  await person.presses("Enter");
  await person.sees("Saved “Call handling fails”");
  await person.finds("heading", "Joint control room");
  await person.waitsFor(() => document.activeElement.matches("h1, main a"));

  await tabsTo(person, "Risks", { back: true });
  await person.presses("Enter");
  await person.finds("heading", "1 risk");
  await tabsTo(person, "Call handling fails");
  await person.presses("Enter");
  await person.finds("heading", "Call handling fails");
});

journey("a page begins at its heading, and the way past the places is the first stop", async (person) => {
  await person.opens();
  await person.presses("Tab");
  assert.equal((await person.focus()).name, "Skip to main content");
  await person.presses("Enter");
  await person.waitsFor(() => document.activeElement.id === "main");
  await tabsTo(person, "Open the worked example");
  await person.presses(" ");
  await person.finds("heading", "Fife Council");
  await tabsTo(person, "Risks");
  await person.presses("Enter");
  await person.waitsFor(() => document.activeElement.localName === "h1");
  assert.equal((await person.focus()).name, "Risks");
});

journey("Ctrl+K leads to the field that finds anything, and keeps what is typed in it", async (person) => {
  const asks = async () => {
    await person.page.keyboard.down("Control");
    await person.presses("k");
    await person.page.keyboard.up("Control");
  };
  await person.opens();
  await person.clicks("button", "Open the worked example");
  await person.finds("heading", "Fife Council");
  await asks();
  await person.finds("heading", "Search");
  await person.waitsFor(() => document.activeElement.id === "search");
  await person.page.keyboard.type("legislation");
  await person.waitsFor(() => location.hash === "#/search?q=legislation");
  await tabsTo(person, "About, sources and privacy");
  await asks();
  await person.waitsFor(() => document.activeElement.id === "search");
  assert.equal(await person.valueOf("Find in the whole register"), "legislation");
});
