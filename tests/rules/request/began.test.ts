import { expect, test } from "vitest";
import { beganUnder, sinceBegun, warningOf } from "../../../lib/request/began.ts";
import { aContext, people } from "./builders.ts";

/* What a draft began under, and every difference to what holds when it is submitted. */

const { workflow, packs } = aContext(people.requester);
if (!workflow) throw new Error("no workflow");
const [first, second] = packs;
if (!first || !second) throw new Error("no packs");
const regime = (kinds: readonly ("sample" | "funds")[]) => ({ ...first.pack.regimes[0], kinds }) as (typeof first.pack.regimes)[number];
const pack = (id: string, version = "1", digest = "a", ...kinds: ("sample" | "funds")[][]) => ({ pack: { ...first.pack, id, version, regimes: (kinds.length > 0 ? kinds : [["sample" as const]]).map(regime) }, digest });
const then = { workflow, packs: [pack("cn"), pack("hk")] };
const since = (now: Partial<typeof then> | { readonly workflow: null }, gone: readonly string[] = []) => sinceBegun(beganUnder("sample", then), "sample", { ...then, ...now }, gone);

test("a draft begins under its workflow and the packs that speak of its kind, if only in one rule", () => {
  expect(beganUnder("sample", { workflow, packs: [pack("cn", "2", "b", ["funds"], ["funds", "sample"]), pack("money", "1", "c", ["funds"])] })).toEqual({ workflow: { id: workflow.definition.id, version: workflow.definition.version, digest: workflow.digest }, packs: [{ id: "cn", version: "2", digest: "b" }] });
  expect(beganUnder("sample", { workflow: null, packs: [] })).toEqual({ workflow: null, packs: [] });
});

test("a workflow is another or closed; without one, or from before it was kept, nothing is told", () => {
  const other = { definition: { ...workflow.definition, version: 9 }, digest: "9" };
  const told = { id: workflow.definition.id, was: String(workflow.definition.version), now: "9" };
  expect([since({}), since({ workflow: other }), since({ workflow: { ...other, definition: { ...other.definition, closed: true } } }), since({ workflow: null })]).toEqual([[], [{ code: "workflowChanged", ...told }], [{ code: "workflowClosed", ...told }], []]);
  expect([sinceBegun(null, "sample", then, ["lane"]), sinceBegun({ workflow: null, packs: [] }, "sample", { workflow: other, packs: [] }, [])]).toEqual([[], []]);
});

test("a pack is of another version, text or edition, came or went; each is told once, with all its versions", () => {
  const changed = (id: string, was: string, now: string) => ({ code: "packChanged", id, was, now });
  expect([since({ packs: [pack("cn", "2", "b"), pack("hk")] }), since({ packs: [pack("cn", "1", "b"), pack("hk")] }), since({ packs: [pack("hk")] }), since({ packs: [...then.packs, pack("mo", "3")] })]).toEqual([[changed("cn", "1", "2")], [changed("cn", "1", "1")], [changed("cn", "1", "")], [changed("mo", "", "3")]]);
  expect(since({ packs: [pack("cn"), pack("cn", "2", "b"), pack("hk")] })).toEqual([changed("cn", "1", "1, 2")]);
});

test("each is told at what it concerns", () => {
  const of = (code: "workflowChanged" | "workflowClosed" | "packChanged" | "programmeGone") => warningOf({ code, id: "x", was: "1", now: "2" });
  expect(since({}, ["lane"])).toEqual([{ code: "programmeGone", id: "lane", was: "", now: "" }]);
  expect([of("workflowChanged"), of("workflowClosed"), of("packChanged"), of("programmeGone")]).toEqual((["steps", "steps", "findings", "claims"] as const).map((path, at) => ({ code: ["workflowChanged", "workflowClosed", "packChanged", "programmeGone"][at], path, params: { id: "x", was: "1", now: "2" } })));
});
