// Finding things on the page as a screen reader does: by role and accessible name. Chromium is asked
// itself. Firefox takes seconds to answer over WebDriver BiDi, so there axe works out roles and names.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Puts axe into the page, once. */
export async function withAxe(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
}

/** Waits until a visible element with this role and name, in `scope` if given, is there; gives it. */
export async function found(page, kind, role, name, scope = null) {
  if (kind === "chromium") return (scope ?? page).waitForSelector(selector(role, name), { visible: true });
  await withAxe(page);
  return page.waitForFunction(seek, {}, role, name ?? null, scope);
}

/** Waits until there is no such element. */
export async function gone(page, kind, role, name) {
  if (kind === "chromium") {
    await page.waitForSelector(selector(role, name), { hidden: true });
    return;
  }
  await withAxe(page);
  await page.waitForFunction(`!(${seek})(${JSON.stringify(role)}, ${JSON.stringify(name ?? null)}, null)`);
}

/** Whether there is such an element now. */
export async function isThere(page, kind, role, name) {
  if (kind === "chromium") return (await page.$(selector(role, name))) !== null;
  await withAxe(page);
  return page.evaluate(`!!(${seek})(${JSON.stringify(role)}, ${JSON.stringify(name ?? null)}, null)`);
}

function selector(role, name) {
  if (name === undefined) return `::-p-aria([role="${role}"])`;
  // What must stay in one line is written with a blank that does not break.
  const names = new Set([name, name.replace(/(?<=\d) (?=%|million|billion)/g, "\u00a0")]);
  return [...names].map((one) => `::-p-aria([name="${one.replaceAll('"', '\\"')}"][role="${role}"])`).join(", ");
}

/** Runs in the page. */
function seek(role, name, scope) {
  const spaced = (text) => text.replace(/\s+/g, " ").trim();
  const { aria, text } = window.axe.commons;
  const fits = (element) =>
    aria.getRole(element) === role &&
    element.checkVisibility({ visibilityProperty: true }) &&
    (name === null || spaced(text.accessibleText(element)) === spaced(name));
  window.axe.setup();
  try {
    return [...(scope ?? document).querySelectorAll("*")].find(fits) ?? null;
  } finally {
    window.axe.teardown();
  }
}
