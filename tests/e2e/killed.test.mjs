// A browser that is killed right after it said "Saved" has the work at its next start.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { inOwnBrowser, journey } from "./harness/journey.mjs";
import { withExample } from "./harness/registers.mjs";

for (const [when, wait] of [
  ["at once", 0],
  ["a tenth of a second later", 100],
]) {
  journey(`a browser that is killed ${when} has lost nothing that was saved`, async ({ kind }) => {
    const profile = await mkdtemp(join(tmpdir(), "partnership-risk-profile-"));
    try {
      await inOwnBrowser(kind, profile, async (person, kill) => {
        await withExample(person, "#/risks");
        await person.sees(/Saved \d\d:\d\d/);
        await person.clicks("link", "Systems not uniform");
        await person.types("Owner", "Head of ICT");
        await person.clicks("button", "Save");
        await person.sees(/Saved \d\d:\d\d/);
        await new Promise((later) => setTimeout(later, wait));
        await kill();
      });
      await inOwnBrowser(kind, profile, async (person) => {
        await person.opens("#/risks");
        await person.sees("Head of ICT");
      });
    } finally {
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
}
