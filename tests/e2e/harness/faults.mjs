// What must never happen in a journey, whatever it is about: errors in the console, exceptions, breaches of
// the content security policy, requests to other servers.

import assert from "node:assert/strict";

/** How the page tells us of a breach; browsers report those in different ways, or not at all. */
const BREACH = "content security policy breached:";

/** Watches a page from before it loads. */
export async function watch(page, origin) {
  const faults = new Faults();
  page.on("console", (message) => {
    if (message.type() === "error") faults.add(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.add(`exception: ${error.message ?? error}`));
  page.on("request", (request) => {
    if (!isOurs(request.url(), origin)) faults.add(`request to ${request.url()}`);
  });
  await page.evaluateOnNewDocument((breach) => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(breach, event.violatedDirective, event.blockedURI, event.sample);
    });
  }, BREACH);
  return faults;
}

function isOurs(url, origin) {
  const { protocol, origin: other } = new URL(url);
  return other === origin || ["about:", "blob:", "data:"].includes(protocol);
}

class Faults {
  #found = [];
  #allowed = [];

  add(fault) {
    this.#found.push(fault);
  }

  /** Faults whose text matches belong to the journey. Browsers differ in what they report, so none must come. */
  allow(pattern) {
    this.#allowed.push(pattern);
  }

  /** Waits for reports under way: they come a moment after what they are about. */
  async settle() {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  assertNone() {
    const unexpected = this.#found.filter((fault) => !this.#allowed.some((pattern) => pattern.test(fault)));
    assert.deepEqual(unexpected, [], "the browser reported faults");
  }
}
