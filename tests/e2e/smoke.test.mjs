// The page as a whole: it starts, it asks nobody for anything, and it says so when it cannot run.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";

journey("the page starts and has no barrier", async (person) => {
  await person.opens();
  await person.finds("heading", "Partnership Risk Calculator");
  await person.findsNoBarrier();
});

journey("after the start nothing can connect", async (person) => {
  await person.opens();
  // The breach itself, and what the browsers say about it in their own words.
  person.allows(/content.security.policy/i);
  const answer = await person.page.evaluate(() => fetch("./index.html").then(() => "connected", () => "refused"));
  assert.equal(answer, "refused");
});

journey("a page that lost a part says so in words", async (person) => {
  person.allows(/404|not loaded/);
  await person.page.setRequestInterception(true);
  person.page.on("request", (request) => {
    if (request.url().endsWith(".wasm")) request.respond({ status: 404, body: "" });
    else request.continue();
  });
  await person.page.goto(person.server.origin);
  await person.sees("A part of the calculator could not be loaded");
  await person.finds("button", "Save my data to a file");
});
