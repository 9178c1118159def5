// The page as a whole: it starts, it asks nobody for anything, and it says so when it cannot run.

import assert from "node:assert/strict";

import { journey } from "./harness/journey.mjs";
import { withCouncil } from "./harness/registers.mjs";

journey("the page starts and has no barrier", async (person) => {
  await person.opens();
  await person.sees("Partnership Risk Calculator");
  await person.findsNoBarrier();
});

journey("the page loads three files and no more", async (person) => {
  const before = person.server.requests.length;
  await person.opens();
  const paths = person.server.requests.slice(before);
  assert.equal(paths[0], "/");
  assert.deepEqual(paths.slice(1).map((path) => path.split(".").pop()).sort(), ["js", "wasm"]);
});

journey("after the start nothing can connect", async (person) => {
  await person.opens();
  // The breach itself, and what the browsers say about it in their own words.
  person.allows(/content.security.policy/i);
  const answer = await person.page.evaluate(() => fetch("./index.html").then(() => "connected", () => "refused"));
  assert.equal(answer, "refused");
});

journey("a part is fetched when it is first opened, and once", async (person) => {
  const before = person.server.requests.length;
  await person.opens();
  for (const round of [1, 2]) {
    await person.clicks("link", "About, sources and privacy");
    await person.finds("heading", "About the Partnership Risk Calculator");
    await person.goesBack();
    await person.finds("heading", "Know the risks of your partnerships");
    const parts = person.server.requests.slice(before).filter((path) => path.startsWith("/parts/"));
    const names = parts.map((path) => path.replace(/^\/parts\/|-[0-9a-f]+\.js$/g, "")).sort();
    assert.deepEqual(names.filter((name) => !name.startsWith("shared")), ["about"], `round ${round}`);
  }
});

journey("a part that does not arrive says so and can be tried again", async (person) => {
  person.allows(/404/);
  const arrives = await person.answers("/parts/", { status: 404, body: "" });
  await person.opens();
  await person.clicks("button", "Open the worked example");
  await person.sees("The worked example cannot be used: it could not be fetched.");
  await person.clicks("link", "Import a spreadsheet");
  await person.finds("heading", "This part could not be fetched");
  await person.findsNoBarrier();
  arrives();
  await person.clicks("button", "Try again");
  await person.finds("heading", "Import a spreadsheet");
});

journey("a part waits for all that it shares, though some of it is there already", async (person) => {
  await person.page.setRequestInterception(true);
  person.page.on("request", (request) => {
    const isLate = request.url().includes("/parts/benchmark-surveys-");
    setTimeout(() => request.continue(), isLate ? 1_500 : 0);
  });
  await withCouncil(person, "#/risks");
  await person.finds("heading", "Risks");
  await person.follows("#/benchmark");
  await person.finds("heading", "Benchmark");
  await person.doesNotSee("The calculator is not running");
});

journey("a page that lost a piece of its start says so", async (person) => {
  person.allows(/404/);
  await person.answers(".wasm", { status: 404, body: "" });
  await person.opensBroken();
  await person.sees("A part of the calculator could not be loaded");
  await person.findsNoBarrier();
});

journey("a page without its script says so", async (person) => {
  person.allows(/404/);
  await person.answers(".js", { status: 404, body: "" });
  await person.opensBroken();
  await person.sees("A part of the calculator could not be loaded");
});

journey("a browser that does not understand the page is told so", async (person) => {
  await person.answers(".wasm", { status: 200, contentType: "application/wasm", body: "not WebAssembly" });
  await person.opensBroken();
  await person.sees("This browser cannot run the calculator");
});

journey("work can be saved from a calculator that has stopped", async (person) => {
  await person.opens();
  await person.page.evaluate(() => {
    localStorage.setItem("partnership-risk/register", "kept");
    localStorage.setItem("somebody-else", "not ours");
  });
  await person.page.evaluate(() => {
    // What the browser reports when WebAssembly panics.
    const error = new WebAssembly.RuntimeError("unreachable");
    window.dispatchEvent(new ErrorEvent("error", { error, message: String(error) }));
  });
  await person.sees("An error in the calculator has stopped it");
  const { name, text } = await person.savesFile(() => person.clicks("button", "Save my data to a file"));
  assert.match(name, /^partnership-risk-rescue-\d{4}-\d\d-\d\d\.json$/);
  const saved = JSON.parse(text);
  assert.equal(saved["partnership-risk/register"], "kept");
  assert.equal("somebody-else" in saved, false);
  await person.clicks("button", "Reload the page");
  await person.waitsFor(() => document.documentElement.dataset.calculator === "ready");
});

journey(
  "without JavaScript the page says what it needs",
  async (person) => {
    await person.page.setJavaScriptEnabled(false);
    await person.page.goto(person.server.origin);
    const said = await person.page.$eval("noscript", (element) => element.innerText);
    assert.match(said, /needs JavaScript/);
  },
  // WebDriver BiDi in Firefox ESR has no way to switch scripts off.
  { browsers: ["chromium"] },
);
