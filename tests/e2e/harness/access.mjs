// What keeps people from using a page: barriers by WCAG, and a page wider than the screen.

/** Whether the browsers can be told to prefer dark, and to print: Firefox cannot, over WebDriver BiDi. */
export const EMULATES = { browsers: ["chromium"] };

/** What can be another barrier on a narrow screen: the page is the same, laid out otherwise. */
export const OF_LAYOUT = { rules: ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"] };

/** The barriers of the page as it is now, by all rules or those given; in the dark only colours can be another. */
export async function inLightAndDark(person, rules) {
  const prefer = (value) => person.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
  await prefer("dark");
  const dark = await person.barriers({ rules: ["color-contrast"] });
  await prefer("light");
  return [...(await person.barriers(rules)), ...dark.map((barrier) => `in the dark: ${barrier}`)];
}

/** What stands out over the right edge of the page. */
export function tooWide(person) {
  return person.page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const over = (element) => element.getBoundingClientRect().right > width + 1;
    return [...document.body.querySelectorAll("*")].filter(over).map((e) => `too wide: ${e.localName}.${e.className}`).slice(0, 5);
  });
}

