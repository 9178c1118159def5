// Submissions of bodies that do not exist, as their page would save them (core/schema/submission-1.json).

import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CATEGORIES = [
  "purpose-and-objectives",
  "governance-and-accountability",
  "partner-or-supplier-failure",
  "funding-and-finance",
  "service-gaps",
  "performance-and-quality",
  "legal-and-liability",
  "commissioning-and-procurement",
  "people-and-skills",
  "culture-and-relationships",
  "standards-and-practices",
  "reputation-and-public-confidence",
  "information-data-and-technology",
  "change-and-external-environment",
  "strategic-capability-and-exit",
  "fraud-crime-and-asset-loss",
  "safeguarding-and-safety",
];
const THEMES = ["purpose", "partners", "agreement", "leadership", "performance", "finance", "assurance", "people", "public", "exit"];
const PRACTICE = [
  "agreement-signed",
  "accountable-officer",
  "risks-rated",
  "risks-owned",
  "risk-sharing",
  "exit",
  "value",
  "health-checked",
];

/** How many risks each of them lists: ten in each category. */
export const RISKS = 10 * CATEGORIES.length;

/** The submission of the body with this number: five partnerships, whose figures follow from the number. */
export function submission(number, sector, edition = 1) {
  const step = (n) => 200 * (1 + ((number + n) % 5));
  const category = (category, n) => ({
    category,
    named: (number + n) % 6,
    partnerships: 5,
    ratings: Array.from({ length: 10 }, (_, risk) => [step(n + risk), step(n * risk), 250 * (1 + (risk % 4))]),
  });
  return JSON.stringify({
    schema: 1,
    body: number.toString().padStart(13, "0"),
    month: "2026-11",
    edition,
    sector,
    matrix: { likelihood: 5, impact: 5, levels: 4 },
    partnerships: 5,
    answering: 5,
    categories: CATEGORIES.map(category),
    own_category: 0,
    health: { checked: 5, themes: THEMES.map((theme, n) => ({ theme, score: (number * 37 + n * 100) % 1001 })) },
    practice: PRACTICE.map((indicator, n) => ({ indicator, partnerships: (number + n) % 6 })),
  });
}

/** So many submissions, of all sectors in turn. */
export function manySubmissions(count) {
  const sectors = ["council", "police", "fire", "health", "charity", "other"];
  return Array.from({ length: count }, (_, number) => submission(number, sectors[number % sectors.length]));
}

/** A club: forty councils, four police forces and six NHS bodies, by number. */
export function club() {
  const sector = (number) => (number < 40 ? "council" : number < 44 ? "police" : "health");
  return Array.from({ length: 50 }, (_, number) => submission(number, sector(number)));
}

/** The paths of new files in one folder, one for each text. */
export async function filesOf(texts) {
  const folder = await mkdtemp(join(tmpdir(), "partnership-risk-"));
  const path = (place) => join(folder, `submission-${place}.ndjson`);
  await Promise.all(texts.map((text, place) => writeFile(path(place), `${text}\n`)));
  return texts.map((_, place) => path(place));
}
