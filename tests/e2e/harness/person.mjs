// What a person can do in the page, in the terms of a person: roles, names and visible text, never selectors.

import assert from "node:assert/strict";

import { found, gone, isThere, withAxe } from "./roles.mjs";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** How long a person waits for something to appear. */
const PATIENCE = 15_000;

export class Person {
  #faults;

  constructor({ page, kind, server, faults }) {
    /** Puppeteer's page, for what is not below. */
    this.page = page;
    /** "chromium" or "firefox". */
    this.kind = kind;
    /** The page's server: `origin`, and `requests`, the paths asked for so far. */
    this.server = server;
    this.#faults = faults;
    page.setDefaultTimeout(PATIENCE);
  }

  /** Opens the page, at a place in it such as "#/register", and waits until it runs. */
  async opens(place = "") {
    await this.page.goto(`${this.server.origin}/${place}`);
    await this.waitsUntilReady();
  }

  /** Opens the page where it is known not to start. */
  async opensBroken() {
    await this.page.goto(this.server.origin);
  }

  /**
   * Gives requests whose path holds this text an answer of the journey's own, until the function that
   * comes back is called. Before the page is opened.
   */
  async answers(part, answer) {
    let ours = true;
    await this.page.setRequestInterception(true);
    this.page.on("request", (request) => {
      if (ours && new URL(request.url()).pathname.includes(part)) request.respond(answer);
      else request.continue();
    });
    return () => {
      ours = false;
    };
  }

  /** Loads the page anew, as F5 does. */
  async reloads() {
    await this.page.reload();
    await this.waitsUntilReady();
  }

  /** Waits until the calculator runs; fails at once when it says that it cannot. */
  async waitsUntilReady() {
    const state = await this.page.waitForFunction(() => {
      const value = document.documentElement.dataset.calculator;
      return value === "starting" ? null : value;
    });
    assert.equal(await state.jsonValue(), "ready", "the calculator did not start");
  }

  /** Finds the element with this role and accessible name; waits for it. */
  async finds(role, name) {
    try {
      return await found(this.page, this.kind, role, name);
    } catch {
      assert.fail(`found no ${role} "${name ?? ""}" in:\n${await this.reads()}`);
    }
  }

  /** Makes sure that there is no element with this role and accessible name. */
  async findsNo(role, name) {
    await gone(this.page, this.kind, role, name);
  }

  /** Whether there is an element with this role and accessible name now. */
  isThere(role, name) {
    return isThere(this.page, this.kind, role, name);
  }

  /** Clicks the element with this role and accessible name. */
  async clicks(role, name) {
    await (await this.finds(role, name)).click();
  }

  /** Opens what is folded away under this line, by keyboard. */
  async unfolds(line) {
    const summary = await this.page.waitForFunction((line) => {
      return [...document.querySelectorAll("summary")].find((one) => one.textContent.trim() === line);
    }, {}, line);
    await summary.focus();
    await this.page.keyboard.press("Enter");
  }

  /** Types into the field with this label, in place of what is there. */
  async types(label, text, role = "textbox") {
    const field = await this.finds(role, label);
    await field.click();
    await field.evaluate((element) => element.select?.());
    await this.page.keyboard.press("Backspace");
    await field.type(text);
  }

  /** Types into the field with this label in the group with this legend. */
  async typesIn(legend, label, text) {
    const group = await this.finds("group", legend);
    const field = await found(this.page, this.kind, "textbox", label, group);
    await field.click();
    await field.evaluate((element) => element.select());
    await field.type(text);
  }

  /** Chooses an option by its text in the select with this label. */
  async chooses(label, option) {
    const select = await this.finds("combobox", label);
    const value = await select.evaluate(
      (element, text) => [...element.options].find((one) => one.text.trim() === text)?.value,
      option,
    );
    assert.notEqual(value, undefined, `"${label}" has no option "${option}"`);
    await select.select(value);
  }

  /** Gives files, at once, to the file field with this label. */
  async picksFile(label, ...paths) {
    // By its label, since browsers give file fields different roles and names.
    const field = await this.page.waitForFunction((label) => {
      const fields = [...document.querySelectorAll("input[type=file]")];
      const texts = (field) => [field.ariaLabel, ...[...field.labels].map((one) => one.textContent)];
      return fields.find((field) => texts(field).some((text) => text?.trim() === label));
    }, {}, label);
    await field.uploadFile(...paths);
  }

  /** Does something that makes the page offer a file, and returns the file: its `name` and its `text`. */
  async savesFile(act) {
    await this.page.evaluate(() => (window.savedFile = null));
    await act();
    const saved = await this.page.waitForFunction(() => window.savedFile);
    return saved.jsonValue();
  }

  /** The same of a file that is no text: its `name` and its `bytes`. */
  async savesBytes(act) {
    const { name } = await this.savesFile(act);
    const numbers = await this.page.evaluate(async () => [...new Uint8Array(await window.savedBlob.arrayBuffer())]);
    return { name, bytes: Buffer.from(numbers) };
  }

  /** Presses keys one after the other: "Tab", "Enter", "ArrowDown", "a". */
  async presses(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** What has the focus: its role, where it has one of its own, and its name or text. */
  focus() {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const name = element.getAttribute("aria-label") ?? element.labels?.[0]?.innerText ?? element.innerText;
      return { role: element.getAttribute("role") ?? element.localName, name: name.trim() };
    });
  }

  /** Waits until this text, or one that matches this pattern, can be seen. */
  async sees(text) {
    try {
      await this.#waitForText(text, true);
    } catch {
      assert.fail(`did not see ${text} in:\n${await this.reads()}`);
    }
  }

  /** Waits until this text is not, or no longer, to be seen. */
  async doesNotSee(text) {
    try {
      await this.#waitForText(text, false);
    } catch {
      assert.fail(`still sees ${text} in:\n${await this.reads()}`);
    }
  }

  /** Waits until something holds in the page. */
  async waitsFor(condition, ...values) {
    try {
      await this.page.waitForFunction(condition, {}, ...values);
    } catch {
      assert.fail(`waited in vain for ${condition} at ${await this.address()} in:\n${await this.reads()}`);
    }
  }

  /** Goes to a place by its address, as a bookmark does, while the page runs. */
  async follows(place) {
    await this.page.evaluate((place) => (location.hash = place), place);
  }

  /** Goes back to where the person was, as the browser's own button does. */
  async goesBack() {
    await this.page.evaluate(() => history.back());
  }

  /** The place in the address: what stands from `#` on. */
  address() {
    return this.page.evaluate(() => location.hash);
  }

  /** What stands in the field with this label. */
  valueOf(label) {
    return this.page.evaluate((label) => {
      const found = [...document.querySelectorAll("label")].find((one) => one.textContent.trim() === label);
      return found?.control?.value;
    }, label);
  }

  /** The rows of the table with this caption, each cell under the name of its column. */
  async readsTable(caption) {
    const table = await this.page.waitForFunction((caption) => {
      const captions = [...document.querySelectorAll("caption")];
      return captions.find((one) => one.textContent.trim() === caption)?.parentElement;
    }, {}, caption);
    return table.evaluate((table) => {
      const text = (cell) => {
        const copy = cell.cloneNode(true);
        copy.querySelectorAll("[aria-hidden]").forEach((hidden) => hidden.remove());
        return copy.textContent.replace(/\s+/g, " ").trim();
      };
      const heads = [...table.tHead.rows[0].cells].map(text);
      const row = ({ cells }) => Object.fromEntries([...cells].map((cell, i) => [heads[i], text(cell)]));
      return [...table.tBodies].flatMap((body) => [...body.rows].map(row));
    });
  }

  /** All visible text of the page. */
  reads() {
    return this.page.evaluate(() => document.body.innerText);
  }

  /** What the calculator has stored in this browser, by key. */
  stored() {
    return this.page.evaluate(() => ({ ...localStorage }));
  }

  /** The text of the register that the calculator has stored, or nothing. */
  kept() {
    return this.page.evaluate(() => {
      const [slot] = (localStorage.getItem("partnership-risk:current") ?? "1").split(" ");
      return localStorage.getItem(slot === "2" ? "partnership-risk:register:2" : "partnership-risk:register");
    });
  }

  /** Clears what the calculator has stored in this browser, as "clear site data" does. */
  forgets() {
    return this.page.evaluate(async () => {
      localStorage.clear();
      await new Promise((done) => (indexedDB.deleteDatabase("partnership-risk").onsuccess = done));
    });
  }

  /** Holds the page as it is now against WCAG 2.2, levels A and AA. */
  async findsNoBarrier() {
    assert.deepEqual(await this.barriers(), [], "axe found barriers");
  }

  /** What axe finds on the page as it is now, each as a sentence: by all its rules, or by those that are named. */
  async barriers({ rules } = {}) {
    await withAxe(this.page);
    return this.page.evaluate(async (runOnly) => {
      const { violations } = await window.axe.run({ runOnly, resultTypes: ["violations"] });
      return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target).join(", ")}`);
    }, rules ? { type: "rule", values: rules } : { type: "tag", values: WCAG });
  }

  /** Says that faults matching this pattern belong to the journey. */
  allows(pattern) {
    this.#faults.allow(pattern);
  }

  #waitForText(text, wanted) {
    const { source, flags } = text instanceof RegExp ? text : { source: text, flags: null };
    return this.page.waitForFunction(
      (source, flags, wanted) => {
        // What must stay in one line is written with blanks that do not break.
        const visible = document.body.innerText.replaceAll("\u00a0", " ");
        const found = flags === null ? visible.includes(source) : new RegExp(source, flags).test(visible);
        return found === wanted;
      },
      {},
      source,
      flags,
      wanted,
    );
  }
}
