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
        await showsFocus(person, name);
        return;
      }
      passed.push(focus.name.slice(0, 30));
    }
  } finally {
    if (back) await person.page.keyboard.up("Shift");
  }
  assert.fail(`Tab does not reach "${name}"; it passes ${passed.join(" | ")}`);
}

/** Waits until the focused element looks different from the same element without focus. */
async function showsFocus(person, name) {
  const isVisible = () => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== "none" || style.boxShadow !== "none";
  };
  await person.waitsFor(isVisible).catch(() => assert.fail(`"${name}" has the focus and does not show it`));
}

async function typesAt(person, name, text) {
  await tabsTo(person, name);
  await person.page.keyboard.type(text);
}

/** From the form of the organisation to that of its first partnership. */
async function beginsARegister(person) {
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
}

journey("a register is started, filled and read by keyboard alone", async (person) => {
  await person.opens();
  await tabsTo(person, "Start a register");
  await person.presses("Enter");
  await beginsARegister(person);
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

/** Everything that a partnership is asked, in the order of the form: text, or the beginning of a choice. */
const PARTNERSHIP = [
  ["Name of the partnership", "Joint control room"],
  ["Which form does it take?", "Shared"],
  ["Status", "Active"],
  ["What is it for?", "One answer to every call"],
  ["Lead officer", "Head of Operations"],
  ["Who is in charge?", "Chief Fire Officer"],
  ["Objectives", "Answer within ten seconds"],
  ["What is put in?", "The control room at headquarters"],
  ["Our staff days a year", "900"],
  ["What does it produce?", "40,000 calls answered"],
  ["What changes for people?", "Help comes sooner"],
  ["What were the alternatives?", "A control room of our own"],
];
const AGREED = [
  ["Annual budget (£)", "1.7m"],
  ["Our contribution a year (£)", "90,000"],
  ["Funding streams", "2"],
  ["Is the money in one pooled budget?", "No"],
  ["What form does the agreement take?", "Signed"],
  ["Does it say what each partner delivers?", "Yes"],
  ["Does it say how performance is measured?", "Yes"],
  ["Does it say who bears which risk?", "Yes"],
  ["Does it say how a partner leaves and how it ends?", "Yes"],
  ["Date signed", "1/4/2026"],
  ["Review due", "31/3/2090"],
  ["Start", "1/4/2026"],
  ["Next review", "31/3/2090"],
  ["Stage of its life", "Working"],
];
const RISK = [
  ["The risk in a few words", "Call handling fails"],
  ["Category", "Service"],
  ["Cause", "One supplier for both lines"],
  ["Event", "No call is answered for an hour"],
  ["Consequence", "Somebody dies"],
];
const RANGE = [
  ["Low end of the cost", "50,000"],
  ["High end of the cost", "900,000"],
];
const HANDLED = [
  ["Owner", "Head of Operations"],
  ["Treatment", "Treat"],
  ["Next review", "31/3/2090"],
];

/** Puts figures to a risk. Each choice brings fields of its own, which a person waits to see. */
async function putsFigures(person) {
  await typesAt(person, "How often could it happen?", "Any");
  await person.waitsFor(() => document.getElementById("rate"));
  await typesAt(person, "Times a year, on average", "0.1");
  await tabsTo(person, "What would it cost each time?");
  await person.presses("ArrowDown");
  await person.waitsFor(() => document.getElementById("low"));
  await fills(person, RANGE);
}

async function fills(person, fields) {
  for (const [name, text] of fields) await typesAt(person, name, text);
}

journey("a partnership is registered from nothing to a complete, checked record by keyboard alone", async (person) => {
  await person.opens("#/organisation");
  await beginsARegister(person);
  await fills(person, PARTNERSHIP);
  await tabsTo(person, "Add a partner");
  await person.presses("Enter");
  await person.waitsFor(() => document.activeElement.id === "partner-1-name");
  await person.page.keyboard.type("Police force");
  await fills(person, AGREED);
  await person.presses("Tab");
  await tabsTo(person, "Save");
  await person.presses("Enter");
  await person.finds("heading", "Joint control room");
  await person.sees("Help comes sooner");

  await tabsTo(person, "Add a risk");
  await person.presses("Enter");
  await person.finds("heading", "New risk");
  await fills(person, RISK);
  await tabsTo(person, "Likelihood");
  await typesAt(person, "Likelihood", "2");
  await typesAt(person, "Impact", "2");
  await putsFigures(person);
  await fills(person, HANDLED);
  await tabsTo(person, "Save");
  await person.presses("Enter");
  await person.sees("Saved “Call handling fails”");

  await tabsTo(person, "Checks: 0", { back: true });
  await person.presses("Enter");
  await person.sees("Nothing found.");
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
