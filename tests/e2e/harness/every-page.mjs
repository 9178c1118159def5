// A walk through every page in every state that a person can bring it into, with the invented council, whose
// register has something on each of them.

import { FIFE, fileOf, withCouncil } from "./registers.mjs";

const WITHOUT_REGISTER = ["#/", "#/organisation", "#/file", "#/import", "#/export", "#/share", "#/shared", "#/questionnaire", "#/answers", "#/about", "#/catalogue", "#/nowhere"];
const WITH_REGISTER = [
  "#/",
  "#/organisation",
  "#/settings",
  "#/settings/matrix",
  "#/settings/appetite",
  "#/settings/significance",
  "#/settings/categories",
  "#/settings/drivers",
  "#/settings/copies",
  "#/settings/storage",
  "#/partnerships",
  "#/partnerships?q=unicorns",
  "#/partnerships/attention",
  "#/partnerships/new",
  "#/risks",
  "#/risks?likelihood=4&impact=4&q=r",
  "#/risks?q=unicorns",
  "#/risks/new",
  "#/risks?map=target",
  "#/controls",
  "#/controls/new",
  "#/actions",
  "#/actions/new",
  "#/losses",
  "#/losses/new",
  "#/health",
  "#/health/new",
  "#/cost",
  "#/cost?scale=log",
  "#/cost/shares",
  "#/cost/shares?by=partnership&measure=tail",
  "#/cost/controls",
  "#/cost/controls?among=all&budget=50000",
  "#/cost/losses",
  "#/cost/losses?years=quiet&before=2003&after=2007to2025",
  "#/cost?of=category-nothing",
  "#/benchmark",
  "#/benchmark?survey=aon-2025",
  "#/benchmark/several",
  "#/benchmark/several?extent=partial",
  "#/benchmark/practice",
  "#/benchmark/peers",
  "#/benchmark/peers?sector=council",
  "#/benchmark/surveys",
  "#/benchmark/surveys?q=unicorns",
  "#/benchmark/surveys/aon-2025",
  "#/benchmark/surveys/wef-2026-2y?with=wef-2025-2y",
  "#/benchmark/surveys/aon-2025/crosswalk",
  "#/benchmark/surveys/new",
  "#/benchmark/surveys/new?from=aon-2025",
  "#/checks",
  "#/checks?severity=warning",
  "#/snapshots",
  "#/duties",
  "#/duties?days=365",
  "#/views",
  "#/history",
  "#/search?q=contract",
  "#/catalogue",
  "#/catalogue/service-gaps",
  "#/file",
  "#/import",
  "#/export",
  "#/share",
  "#/answers",
  "#/file/merge",
  "#/file/compare",
  "#/about",
  "#/nowhere",
];

/** The pages of single things: the first of each kind in the register that is kept. */
async function singlePages(person) {
  const { register } = JSON.parse(await person.kept());
  const { partnership, id: check } = register.health_checks[0];
  const { risk } = register.controls[0].effects[0];
  return [
    `#/partnerships/${partnership}`,
    `#/partnerships/${partnership}/risks`,
    `#/partnerships/${partnership}/health`,
    `#/partnerships/${partnership}/trend`,
    `#/partnerships/${partnership}/edit`,
    `#/partnerships/${partnership}/suggestions`,
    `#/share?partnership=${partnership}`,
    `#/questionnaire/new?partnership=${partnership}`,
    `#/risks/${risk}`,
    `#/risks/${risk}/bow-tie`,
    `#/controls/${register.controls[0].id}`,
    `#/actions/${register.actions[0].id}`,
    `#/losses/${register.losses[0].id}`,
    `#/health/${check}`,
    `#/health/${check}?theme=agreement`,
    `#/snapshots?from=${register.snapshots[0].id}&to=${register.snapshots[1].id}`,
  ];
}

/** Visits every page in every state and does something there; gives what was found, by place. */
export async function onEveryPage(person, look) {
  const found = {};
  const lookAt = async (name) => {
    const faults = await look(name);
    if (faults.length > 0) found[name] = faults;
  };
  const visits = async (places, name = (place) => place) => {
    for (const place of places) {
      await visit(person, place);
      await lookAt(name(place));
    }
  };
  await person.opens();
  await visits(WITHOUT_REGISTER, (place) => `first visit ${place}`);
  await withCouncil(person);
  await person.sees(/Saved \d\d:\d\d/);
  await visits(WITH_REGISTER);
  await visits(await singlePages(person));
  await withErrors(person, lookAt);
  await inImport(person, lookAt);
  return found;
}

async function visit(person, place) {
  await person.follows(place);
  await person.waitsFor((place) => location.hash === place && document.querySelector("h1"), place);
  await person.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

async function withErrors(person, lookAt) {
  await visit(person, "#/partnerships/new");
  await person.clicks("button", "Add a partner");
  await person.finds("group", "Partner 1");
  await person.clicks("button", "Save");
  await person.finds("heading", "There is a problem");
  await lookAt("form with errors");
}

async function inImport(person, lookAt) {
  await visit(person, "#/import");
  await person.picksFile("Choose a file, or drop it here", FIFE);
  await person.finds("heading", "Import fife-council.csv");
  await lookAt("import");
  await person.clicks("button", "Choose another file");
  const faulty = "Risk,Likelihood (1-5),Impact (1-5)\n" + "Flood,9,NaN\n".repeat(3);
  await person.picksFile("Choose a file, or drop it here", await fileOf("faulty.csv", faulty));
  await person.sees("Nothing can be imported yet");
  await lookAt("faulty import");
}
