import { expect, test } from "vitest";
import { type Change, contentOf, isPublished, subjectOf } from "../../../lib/access/configuration.ts";
import { publishedYears } from "../../../lib/calendar/published.ts";
import { packs } from "../../../lib/policy/registry.ts";
import { sampleWorkflow } from "../../../lib/workflow/sample.ts";

const [list] = publishedYears;
const [pack] = packs;
if (!list || !pack) throw new Error("nothing comes with the project");
const names = { en: "Ethics", "zh-Hant": "倫理", "zh-Hans": "伦理", pt: "Ética" };

test.each<[string, Change, unknown]>([
  ["workflow:sample", { of: "workflow", kind: "sample", definition: sampleWorkflow }, sampleWorkflow],
  [`pack:${pack.id}`, { of: "pack", pack }, pack],
  ["edition", { of: "edition", packs: [{ id: "a", version: "1", digest: "0", shipped: true }] }, [{ id: "a", version: "1", digest: "0", shipped: true }]],
  [`calendar:${list.calendar}-${list.year}`, { of: "calendar", list }, list],
])("what is published for everybody has a stream of its own, %s, and its digest covers what it holds and nothing else", (subject, change, content) => {
  expect([subjectOf(change), isPublished(change), isPublished(change) && contentOf(change)]).toEqual([subject, true, content]);
});

test.each<[string, Change]>([
  ["desk:smu.ethics", { of: "desk", id: "smu.ethics", organisation: "smu", function: "ethics", names, programmes: [], controlPoints: [] }],
  ["role:auditor", { of: "role", id: "auditor", permissions: ["audit.search"] }],
  // Of everybody's grants, those of one person.
  ["grants:person", { of: "grants", person: "person", grants: [] }],
])("what may speak of people has one, %s, and is not for everybody to read", (subject, change) => {
  expect([subjectOf(change), isPublished(change)]).toEqual([subject, false]);
});
