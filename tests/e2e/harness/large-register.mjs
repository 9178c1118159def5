// A register as large as any body keeps, the invented council many times over with ids of its own, and what people do
// in it.

import { readFile } from "node:fs/promises";
import { crc32 } from "node:zlib";

import { choosesFile, fileOf } from "./registers.mjs";

const KEY = "partnership-risk:register";
const MARLSHIRE = new URL("../../../core/src/example/data/marlshire.json", import.meta.url);
const ID = /(?<=")[0-9a-f][0-9a-hjkmnp-tv-z]{12}(?=")/g;
const PER_PARTNERSHIP = ["partnerships", "risks", "controls", "actions", "losses", "health_checks"];

/** What people do in it: where, what, whether it is an edit or a view, how, and the two things that are done by turns. */
export const ACTS = [
  ["#/risks", "an edit taken back and made again, on the risks", "edit", press, ["Undo", "Redo"]],
  ["#/partnerships", "the same on the partnerships", "edit", press, ["Undo", "Redo"]],
  ["#/actions", "the same on the actions", "edit", press, ["Undo", "Redo"]],
  ["#/risks", "risks filtered by a word", "view", type, ["contract", "budget"]],
  ["#/risks", "risks filtered by a category", "view", visit, ["#/risks?category=service-gaps", "#/risks"]],
  ["#/risks", "risks filtered by a cell", "view", visit, ["#/risks?likelihood=3&impact=3", "#/risks"]],
  ["#/risks", "risks sorted by title, both ways", "view", visit, ["#/risks?sort=title", "#/risks?sort=-title"]],
  ["#/risks", "risks sorted by owner and by score", "view", visit, ["#/risks?sort=owner", "#/risks"]],
  ["#/risks", "the next page of risks and the first", "view", visit, ["#/risks?page=2", "#/risks"]],
  ["#/partnerships", "partnerships filtered by a word", "view", type, ["budget", "school"]],
  ["#/partnerships", "partnerships sorted by name, both ways", "view", visit, ["#/partnerships?sort=name", "#/partnerships?sort=-name"]],
];

/** Opens the page with 200 partnerships and 2,000 risks in it, and makes an edit that can be taken back. */
export async function withLargeRegister(person) {
  await person.opens();
  await person.page.evaluate((key, text) => localStorage.setItem(key, text), KEY, await largeRegister(200, 2000));
  await person.reloads();
  await person.follows("#/risks?sort=title");
  await person.clicks("link", "A death follows a mishandled call");
  await person.types("Owner", "Director of Place");
  await person.clicks("button", "Save");
  await person.sees("Saved “A death");
}

/** Opens the page with so many from a file, which can be taken back: there may be too many for the browser to keep them unpacked. */
export async function withRegisterFrom(person, partnerships, risks) {
  await person.opens();
  await choosesFile(person, await fileOf("large.prisk.json", await largeRegister(partnerships, risks)));
  await person.clicks("button", "Open this register");
  await person.finds("heading", "Marlshire Council");
}

/** Goes where something is done. */
export async function goesTo(person, place) {
  await person.follows(place);
  await person.waitsFor((place) => location.hash === place && document.querySelector("h1"), place);
}

/** The text of a kept register with this many partnerships and risks. */
async function largeRegister(partnerships, risks) {
  const register = JSON.parse(await readFile(MARLSHIRE, "utf8"));
  const first = Object.fromEntries(PER_PARTNERSHIP.map((kind) => [kind, register[kind]]));
  for (let copy = 2; register.partnerships.length < partnerships; copy += 1) {
    const anew = renamed(first);
    for (const one of anew.partnerships) one.name = `${one.name} ${copy}`;
    for (const kind of PER_PARTNERSHIP) register[kind] = register[kind].concat(anew[kind]);
  }
  for (let at = 0; register.risks.length < risks; at += 1) {
    const { linked, ...risk } = register.risks[at];
    register.risks.push({ ...risk, id: freshId(), title: `${risk.title}, again` });
  }
  return enveloped(register);
}

/** The same with ids of its own. */
function renamed(part) {
  const own = new Map();
  const fresh = (id) => own.get(id) ?? own.set(id, freshId()).get(id);
  return JSON.parse(JSON.stringify(part).replace(ID, fresh));
}

let n = 0;

function freshId() {
  n += 1;
  return `f${n.toString(16).padStart(12, "0")}`;
}

function enveloped(register) {
  const checksum = `crc32:${crc32(JSON.stringify(register)).toString(16).padStart(8, "0")}`;
  return JSON.stringify({ format: "partnership-risk", schema: 1, saved_at: Date.now(), build: "test", checksum, register });
}

// What follows is done inside the page.

function press(label) {
  [...document.querySelectorAll("button")].find((button) => button.textContent.trim() === label).click();
}

function visit(address) {
  location.hash = address;
}

function type(text) {
  const field = document.getElementById("filter-text");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
