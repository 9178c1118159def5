// A large register stays usable: whatever is done in it, the page changes no more than what is seen of it. What that
// takes is measured in large-register.speed.mjs.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { ACTS, goesTo, withLargeRegister } from "./harness/large-register.mjs";

/** How many nodes may change: an edit shows in a row and a message, a view is a page of rows. */
const MOST = { edit: 20, view: 3000 };

journey("a page of a register of 2,000 risks changes only where it must", async (person) => {
  await withLargeRegister(person);
  for (const [place, name, kind, act, given] of ACTS) {
    await goesTo(person, place);
    for (const one of given) {
      const changed = await changes(person.page, act, one);
      assert.ok(changed > 0, `${name} changes nothing`);
      assert.ok(changed <= MOST[kind], `${name} changes ${changed} nodes, which is more than ${MOST[kind]}`);
    }
  }
  await person.follows("#/risks");
  assert.equal((await person.readsTable("Risks with their current score and level")).length, 50);
});

/** How many nodes come, go or change because of what `act` does, until it is on the screen. */
async function changes(page, act, given) {
  await page.evaluate(countChanges);
  await page.evaluate(act, given);
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown, 50))));
  return page.evaluate(() => window.changedNodes());
}

/** Inside the page: counts from now on, until it is asked. */
function countChanges() {
  let count = 0;
  const nodes = (list) => [...list].reduce((sum, node) => sum + 1 + (node.querySelectorAll?.("*").length ?? 0), 0);
  const add = (records) => {
    for (const { type, addedNodes, removedNodes } of records) {
      count += type === "childList" ? nodes(addedNodes) + nodes(removedNodes) : 1;
    }
  };
  const observer = new MutationObserver(add);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  window.changedNodes = () => {
    add(observer.takeRecords());
    observer.disconnect();
    return count;
  };
}
