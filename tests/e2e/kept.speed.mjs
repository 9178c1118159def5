// What keeping a very large register takes, beside what is aimed at: its room, the time until it is there again, and how
// long the page is held at a stretch while it is saved. `cargo xtask bench` runs it.

import { journey } from "./harness/journey.mjs";
import { withRegisterFrom } from "./harness/large-register.mjs";

const AIM = { megabytes: 0.55, load: 60, hold: 8 };
const TIMES = 5;

journey(
  "a register of 10,000 risks is kept and found again",
  async (person) => {
    await withRegisterFrom(person, 20, 10_000);
    await person.follows("#/organisation");
    await person.types("Name of your organisation", "Marlshire and Wold Council");
    await person.clicks("button", "Save");
    await person.follows("#/risks");
    await person.sees(/Saved \d\d:\d\d/);
    const holds = [];
    for (let time = 0; time < TIMES; time += 1) holds.push(await holdOfSaving(person));
    console.log(`held while it is saved: ${middle(holds).toFixed(1)} ms (aim: ${AIM.hold})`);
    const units = [...Object.values(await person.stored())].map((text) => text.length);
    console.log(`kept: ${((Math.max(...units) * 2) / 1e6).toFixed(2)} MB (aim: ${AIM.megabytes})`);
    await person.page.evaluateOnNewDocument(noteReading);
    const loads = [];
    for (let time = 0; time < TIMES; time += 1) loads.push(await load(person));
    console.log(`found again: ${middle(loads).toFixed(1)} ms (aim: ${AIM.load})`);
  },
  { browsers: ["chromium"] },
);

/** The longest time for which nothing else got its turn while an edit was saved. */
async function holdOfSaving(person) {
  const { page } = person;
  await page.evaluate(takeBackOrMakeAgain);
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown))));
  return page.evaluate(longestHold);
}

/** The time from the moment at which the text is read until its register is shown. */
async function load(person) {
  await person.reloads();
  await person.finds("heading", "Risks");
  return person.page.evaluate(() => window.shownAt - window.readAt);
}

function middle(times) {
  return times.sort((a, b) => a - b)[times.length >> 1];
}

// What follows is done inside the page.

function takeBackOrMakeAgain() {
  const can = (label) => [...document.querySelectorAll("button")]
    .find((button) => button.textContent.trim() === label && !button.ariaDisabled);
  (can("Redo") ?? can("Undo")).click();
}

function longestHold() {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    let [longest, last] = [0, performance.now()];
    channel.port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      const said = document.querySelector(".header__saved").textContent;
      if (said.startsWith("Saved")) resolve(longest);
      else channel.port2.postMessage(0);
    };
    channel.port2.postMessage(0);
  });
}

/** Notes when the text of the register is first read, and when the page is there. */
function noteReading() {
  const read = Storage.prototype.getItem;
  Storage.prototype.getItem = function (key) {
    const text = read.call(this, key);
    if (!window.readAt && text?.length > 100_000) window.readAt = performance.now();
    return text;
  };
  new MutationObserver((_, observer) => {
    if (document.documentElement.dataset.calculator !== "ready") return;
    window.shownAt = performance.now();
    observer.disconnect();
  }).observe(document, { attributes: true, subtree: true });
}
