// A register as large as any body keeps: the invented council, many times over, with ids of its own.

import { readFile } from "node:fs/promises";
import { crc32 } from "node:zlib";

const MARLSHIRE = new URL("../../../core/src/example/data/marlshire.json", import.meta.url);
const ID = /(?<=")[0-9a-f][0-9a-hjkmnp-tv-z]{12}(?=")/g;
const PER_PARTNERSHIP = ["partnerships", "risks", "controls", "actions", "losses", "health_checks"];

/** The text of a kept register with this many partnerships and risks. */
export async function largeRegister(partnerships, risks) {
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
