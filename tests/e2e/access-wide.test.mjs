// Every page on a large screen, light and dark, held against WCAG 2.2 at levels A and AA; and on paper.

import assert from "node:assert/strict";

import { EMULATES, inLightAndDark, tooWide } from "./harness/access.mjs";
import { onEveryPage } from "./harness/every-page.mjs";
import { journey } from "./harness/journey.mjs";
import { withExample } from "./harness/registers.mjs";

journey(
  "no page has a barrier at 1280 pixels, in light and dark",
  async (person) => {
    await person.page.setViewport({ width: 1280, height: 800 });
    assert.deepEqual(await onEveryPage(person, () => inLightAndDark(person)), {});
  },
  EMULATES,
);

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
