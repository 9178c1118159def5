// A register as large as any body keeps: the invented council, many times over, with ids of its own.

import { readFile } from "node:fs/promises";
import { crc32 } from "node:zlib";

const MARLSHIRE = new URL("../../../core/src/example/data/marlshire.json", import.meta.url);
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const ID = /(?<=")[0-9a-f][0-9a-hjkmnp-tv-z]{12}(?=")/g;
const PER_PARTNERSHIP = ["partnerships", "risks", "controls", "actions", "losses", "health_checks"];

/** The text of a kept register with this many partnerships and risks. */
export async function largeRegister(partnerships, risks) {
  const register = JSON.parse(await readFile(MARLSHIRE, "utf8"));
  const first = Object.fromEntries(PER_PARTNERSHIP.map((kind) => [kind, register[kind]]));
  const ids = new Set(JSON.stringify(first).match(ID));
  for (let copy = 1; register.partnerships.length < partnerships; copy += 1) {
    const anew = renamed(first, ids, copy);
    for (const kind of PER_PARTNERSHIP) register[kind] = register[kind].concat(anew[kind]);
  }
  for (let at = 0; register.risks.length < risks; at += 1) {
    const { linked, ...risk } = register.risks[at];
    register.risks.push({ ...risk, id: `${risk.id.slice(0, -2)}zz`, title: `${risk.title}, again` });
  }
  return enveloped(register);
}

function renamed(part, ids, copy) {
  const text = JSON.stringify(part).replace(ID, (id) => (ids.has(id) ? renamedId(id, copy) : id));
  const anew = JSON.parse(text);
  for (const one of anew.partnerships) one.name = `${one.name} ${copy + 1}`;
  return anew;
}

function renamedId(id, copy) {
  return id[0] + DIGITS[copy >> 5] + DIGITS[copy & 31] + id.slice(3);
}

function enveloped(register) {
  const checksum = `crc32:${crc32(JSON.stringify(register)).toString(16).padStart(8, "0")}`;
  return JSON.stringify({ format: "partnership-risk", schema: 1, saved_at: Date.now(), build: "test", checksum, register });
}
