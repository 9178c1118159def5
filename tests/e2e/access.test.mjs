// Every page, in light and dark, wide and narrow, held against WCAG 2.2 at levels A and AA, and against
// the width of the smallest telephone.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { FIFE, fileOf, withExample } from "./harness/registers.mjs";

const WITHOUT_REGISTER = ["#/", "#/organisation", "#/import", "#/about", "#/nowhere"];
const WITH_REGISTER = [
  "#/",
  "#/organisation",
  "#/settings",
  "#/settings/matrix",
  "#/settings/appetite",
  "#/settings/significance",
  "#/settings/categories",
  "#/partnerships",
  "#/partnerships?q=unicorns",
  "#/partnerships/attention",
  "#/partnerships/new",
  "#/risks",
  "#/risks?likelihood=5&impact=4&q=r",
  "#/risks?q=unicorns",
  "#/risks/new",
  "#/risks?map=target",
  "#/controls",
  "#/controls/new",
  "#/actions",
  "#/actions/new",
  "#/losses",
  "#/losses/new",
  "#/health",
  "#/health/new",
  "#/benchmark",
  "#/benchmark?survey=aon-2025",
  "#/checks",
  "#/checks?severity=warning",
  "#/snapshots",
  "#/duties",
  "#/duties?days=365",
  "#/views",
  "#/catalogue",
  "#/catalogue/service-gaps",
  "#/import",
  "#/about",
  "#/nowhere",
];

/** Visits every page in every state and does something there; gives what it found, by place. */
async function onEveryPage(person, look) {
  const found = {};
  const lookAt = async (name) => {
    const faults = await look(name);
    if (faults.length > 0) found[name] = faults;
  };
  const visit = async (place) => {
    await person.follows(place);
    await person.waitsFor((place) => location.hash === place && document.querySelector("h1"), place);
    await person.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  };
  await person.opens();
  for (const place of WITHOUT_REGISTER) {
    await visit(place);
    await lookAt(`first visit ${place}`);
  }
  await person.clicks("link", "Partnership Risk Calculator");
  await withExample(person);
  for (const place of WITH_REGISTER) {
    await visit(place);
    await lookAt(place);
  }
  await visit("#/risks");
  for (const [name, link] of [["risk form", "Systems not uniform"], ["partnership", "Council as a whole"]]) {
    await visit(name === "risk form" ? "#/risks" : "#/partnerships");
    await person.clicks("link", link);
    await person.finds("heading", link);
    await lookAt(name);
  }
  await person.clicks("link", "Risks (11)");
  await person.finds("heading", "Risks");
  await lookAt("risks of a partnership");
  await visit("#/health/new");
  await person.types("Who answers?", "Head of care");
  await person.clicks("button", "Save");
  await person.finds("heading", "Purpose and value");
  await lookAt("questions of a health check");
  await person.clicks("radio", "Planned");
  await person.clicks("button", "Save and continue");
  await person.finds("heading", "Partners");
  await person.clicks("link", "Health check by Head of care");
  await person.finds("heading", "Health check by Head of care");
  await lookAt("health check");
  await person.clicks("link", "Health of Council as a whole");
  await person.finds("heading", "Health of Council as a whole");
  await lookAt("health of a partnership");
  await visit("#/health");
  await lookAt("spectrum");
  await visit("#/partnerships/new");
  await person.clicks("button", "Add a partner");
  await person.finds("group", "Partner 1");
  await person.clicks("button", "Save");
  await person.finds("heading", "There is a problem");
  await lookAt("form with errors");
  await visit("#/import");
  await person.picksFile("Choose a file, or drop it here", FIFE);
  await person.finds("heading", "Import fife-council.csv");
  await lookAt("import");
  await person.clicks("button", "Choose another file");
  const faulty = "Risk,Likelihood (1-5),Impact (1-5)\n" + "Flood,9,NaN\n".repeat(3);
  await person.picksFile("Choose a file, or drop it here", await fileOf("faulty.csv", faulty));
  await person.sees("Nothing can be imported yet");
  await lookAt("faulty import");
  return found;
}

/** What stands out over the right edge of the page. */
function tooWide(person) {
  return person.page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const over = (element) => element.getBoundingClientRect().right > width + 1;
    return [...document.body.querySelectorAll("*")].filter(over).map((e) => `too wide: ${e.localName}.${e.className}`).slice(0, 5);
  });
}

/** Whether the browsers can be told to prefer dark, and to print: Firefox cannot, over WebDriver BiDi. */
const EMULATES = { browsers: ["chromium"] };

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    const look = async (person) => {
      await person.page.setViewport({ width, height: 800 });
      await person.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      assert.deepEqual(await onEveryPage(person, () => person.barriers()), {});
    };
    journey(`no page has a barrier in ${scheme} at ${width} pixels`, look, EMULATES);
  }
}

journey("on the smallest telephone every page fits, has no barrier, and names the tab", async (person) => {
  await person.page.setViewport({ width: 320, height: 640 });
  const titles = {};
  const look = async (name) => {
    titles[name] = await person.page.title();
    return [...(await tooWide(person)), ...(await person.barriers())];
  };
  assert.deepEqual(await onEveryPage(person, look), {});
  for (const [name, title] of Object.entries(titles)) assert.match(title, /^.+ – Partnership Risk Calculator$/, name);
  assert.ok(new Set(Object.values(titles)).size >= 9, JSON.stringify(titles, null, 2));
});

journey(
  "text twice as large still fits the page",
  async (person) => {
    await person.page.setViewport({ width: 640, height: 640, deviceScaleFactor: 2 });
    assert.deepEqual(await onEveryPage(person, () => tooWide(person)), {});
  },
  EMULATES,
);

journey(
  "on paper there is the page and nothing to click",
  async (person) => {
    await withExample(person, "#/risks");
    await person.finds("heading", "11 risks");
    await person.page.emulateMediaType("print");
    await person.doesNotSee("Undo");
    await person.doesNotSee("Add a risk");
    assert.equal(await person.page.evaluate(() => getComputedStyle(document.querySelector("nav")).display), "none");
    await person.sees("Strategic partnerships (PPP/PFI, outsourcing)");
    const pdf = await person.page.pdf({ format: "A4" });
    assert.ok(pdf.length > 10_000, "the page prints");
  },
  EMULATES,
);
