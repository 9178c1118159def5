// What something costs the page: script, style and layout, as Chromium itself counts them.

/** Milliseconds that the page works on what `act` does in it, until it is on the screen. */
export async function cost(page, act, ...given) {
  const before = await work(page);
  await page.evaluate(act, ...given);
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown))));
  return (await work(page)) - before;
}

async function work(page) {
  const { ScriptDuration, LayoutDuration, RecalcStyleDuration } = await page.metrics();
  return (ScriptDuration + LayoutDuration + RecalcStyleDuration) * 1000;
}
