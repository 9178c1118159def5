// Every page on a telephone, light and dark, held against WCAG 2.2 at levels A and AA, and against the width of
// the smallest one.

import assert from "node:assert/strict";

import { EMULATES, OF_LAYOUT, inLightAndDark, tooWide } from "./harness/access.mjs";
import { onEveryPage } from "./harness/every-page.mjs";
import { journey } from "./harness/journey.mjs";

journey(
  "no page has a barrier at 360 pixels, in light and dark",
  async (person) => {
    await person.page.setViewport({ width: 360, height: 800 });
    assert.deepEqual(await onEveryPage(person, () => inLightAndDark(person, OF_LAYOUT)), {});
  },
  EMULATES,
);

journey("on the smallest telephone every page fits and names the tab, and Firefox too finds no barrier", async (person) => {
  await person.page.setViewport({ width: 320, height: 640 });
  const titles = {};
  const look = async (name) => {
    titles[name] = await person.page.title();
    const barriers = person.kind === "firefox" ? await person.barriers(OF_LAYOUT) : [];
    return [...(await tooWide(person)), ...barriers];
  };
  assert.deepEqual(await onEveryPage(person, look), {});
  for (const [name, title] of Object.entries(titles)) assert.match(title, /^.+ – Partnership Risk Calculator$/, name);
  assert.ok(new Set(Object.values(titles)).size >= 30, JSON.stringify(titles, null, 2));
});
