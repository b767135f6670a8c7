import { expect, test } from "vitest";
import { asAdviserReads } from "../../../lib/access/adviser-sight.ts";
import type { RequestEvent } from "../../../lib/request/events.ts";

/* What of the history of a person's journey is in the copy of whoever advises on it: nothing that is about that one person, nor what was said of it. */

const pay = "person.remunerated_by_host";
const purpose = "person.purpose";
const sealed = (of: string) => ({ digest: of.repeat(64) });
const event = (type: string, data: object) => ({ request: "r", seq: 3, at: "2026-11-24T02:00:00.000Z", actor: { person: "p", desk: null }, type, data }) as unknown as RequestEvent;
const asked = { facts: [pay, purpose], findings: [{ id: "visa", because: [pay, purpose] }], answers: sealed("a") };
const answers = JSON.stringify({ facts: { [pay]: true, [purpose]: "research" }, lines: [] });

test("which questions were answered and why a rule applies is less by those, and so are the answers", () => {
  const sight = asAdviserReads(event("request.submitted", asked), "person");
  expect(sight).toMatchObject({ isLess: true, data: { facts: [purpose], findings: [{ id: "visa", because: [purpose] }], answers: sealed("a") } });
  expect(sight?.data).not.toHaveProperty("changed");
  expect(JSON.parse(sight?.bodyOf(sealed("a").digest, answers) ?? "")).toEqual({ facts: { [purpose]: "research" }, lines: [] });
  expect(sight?.bodyOf(sealed("b").digest, "Words.")).toBe("Words.");
  expect(asAdviserReads(event("request.submitted", { ...asked, facts: [purpose], findings: [] }), "person")?.isLess).toBe(false);
});

test("what changed names none of them, and a reply, which may say again what was asked, is not read", () => {
  const sight = asAdviserReads(event("request.resubmitted", { ...asked, changed: [pay, purpose, "window"], replies: [{ text: sealed("c") }] }), "person");
  expect(sight?.data).toMatchObject({ changed: [purpose, "window"] });
  expect([sight?.bodyOf(sealed("c").digest, "She earns it."), sight?.bodyOf(sealed("d").digest, "Words.")]).toEqual([null, "Words."]);
  expect(asAdviserReads(event("step.advised", { replies: [{ text: sealed("c") }] }), "person")?.bodyOf(sealed("c").digest, "Words.")).toBe("Words.");
});

test("a question of a desk is left out where it is about one of them, and stays where it is about none or another", () => {
  const about = (fact: string | null) => ({ fact, text: sealed("e") });
  expect(asAdviserReads(event("request.returned", { step: "ethics", questions: [about(pay), about(purpose), about(null)] }), "person")).toMatchObject({ isLess: true, data: { step: "ethics", questions: [{ fact: purpose }, { fact: null }] } });
  expect(asAdviserReads(event("request.withdrawn", { reason: sealed("f") }), "person")).toMatchObject({ isLess: false, data: { reason: sealed("f") } });
});

test("of a sample, where nothing is about one person, everything is read as it is", () => {
  const whole = { ...asked, changed: [pay], replies: [{ text: sealed("c") }] };
  const sight = asAdviserReads(event("request.resubmitted", whole), "sample");
  expect([sight?.isLess, sight?.data, sight?.bodyOf(sealed("a").digest, answers), sight?.bodyOf(sealed("c").digest, "Words.")]).toEqual([false, whole, answers, "Words."]);
});

test("a paper of one person is not there at all; any other is", () => {
  const paper = (of: string | null) => asAdviserReads(event("document.attached", { document: "d", paper: of }), "sample");
  expect(paper("passport")).toBeNull();
  expect([paper(null)?.data, paper("doc-mta")?.data]).toEqual([{ document: "d", paper: null }, { document: "d", paper: "doc-mta" }]);
  expect(asAdviserReads(event("document.erased", { document: "d", paper: "passport" }), "sample")).not.toBeNull();
});
