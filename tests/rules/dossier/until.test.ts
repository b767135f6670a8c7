import { describe, expect, test } from "vitest";
import { type Standing, standingOf, type Until, untils } from "../../../lib/dossier/until.ts";
import type { Progress } from "../../../lib/dossier/until.ts";
import { requestStatuses } from "../../../lib/request/state.ts";
import { approved, codes, give, grant, move, people, permitted, reviewed, stateOf } from "../request/builders.ts";
import type { Wait } from "../../../lib/request/waits.ts";

const letters: Readonly<Record<Standing, string>> = { open: "–", met: "m", ended: "E" };
/** How a dependency stands, in the order of `untils`: submitted, step (done), approved, permit, moved (not yet). */
const table: Readonly<Record<Progress["status"], string>> = {
  draft: "–––––",
  submitted: "mm–––",
  "in-review": "mm–––",
  returned: "mm–––",
  approved: "mmm––",
  permitted: "mmmm–",
  closed: "mmmmE",
  expired: "mmmmE",
  rejected: "mEEEE",
  withdrawn: "mEEEE",
  revoked: "mEEEE",
  gone: "EEEEE",
};

test.each([...requestStatuses, "gone"] as const)("how far a request has come that is %s", (status) => {
  expect(untils.map((until) => letters[standingOf({ until }, { status, step: "done", moved: false })]).join("")).toBe(table[status]);
});

test("a step is met when it was decided in favour; one that the request has not is never met", () => {
  const step = (one?: "done" | "notYet") => standingOf({ until: "step" }, { status: "in-review", ...(one && { step: one }), moved: false });
  expect([step("done"), step("notYet"), step()]).toEqual(["met", "open", "ended"]);
});

test("what has left has left, whatever became of the permit", () => {
  for (const status of ["permitted", "closed", "expired", "revoked"] as const) expect(standingOf({ until: "moved" }, { status, moved: true })).toBe("met");
});

describe("a request that waits for another", () => {
  const wait = (standing: Standing, until: Until = "approved"): Wait => ({ dossier: "d", request: "r", number: "CW-2", until, step: null, standing });
  const papers = ["cn-special-goods-permit", "hk-biological-import-599a", "cn-hgr-scope-determination"];
  const grantAll = (waits: readonly Wait[]) =>
    papers.reduce((so, id) => {
      const next = give(so, people.requester, grant(id), { waits });
      if ("refusals" in next) throw new Error("refused");
      return next;
    }, approved());

  test("is decided all the same, and has no permit while the other has not come so far", () => {
    const signed = give(reviewed(), people.signOff, { type: "approve", step: "sign-off" }, { waits: [wait("open")] });
    expect(codes(signed)).toEqual([]);
    expect(stateOf(grantAll([wait("open")])).status).toBe("approved");
    expect(stateOf(grantAll([wait("met")])).status).toBe("permitted");
    expect(stateOf(grantAll([])).status).toBe("permitted");
  });

  test("moves nothing meanwhile, and says which request is awaited, and for what", () => {
    const held = grantAll([wait("open", "permit"), wait("met")]);
    expect(give(held, people.requester, move("1"), { waits: [wait("open", "permit")] })).toEqual({ refusals: [{ code: "wrongStatus", params: { status: "approved" } }, { code: "dependencyOpen", params: { number: "CW-2", until: "permit" } }] });
    expect(codes(give(held, people.requester, move("1"), { waits: [wait("ended")] }))).toEqual(["wrongStatus", "dependencyEnded"]);
  });

  test("gets its permit from the system once the other is there, and not before", () => {
    const held = grantAll([wait("open")]);
    const issue = (waits: readonly Wait[], actor: Parameters<typeof give>[1] = { kind: "worker" }) => give(held, actor, { type: "issuePermit" }, { waits });
    expect([codes(issue([wait("open")])), codes(issue([wait("ended")])), codes(issue([], people.requester))]).toEqual([["dependencyOpen"], ["dependencyEnded"], ["notPermitted"]]);
    const issued = issue([wait("met")]);
    if ("refusals" in issued) throw new Error("refused");
    expect(stateOf(issued).status).toBe("permitted");
    expect(issued.events.at(-1)).toMatchObject({ type: "permit.issued", actor: { system: true } });
    expect(codes(give(permitted(), { kind: "worker" }, { type: "issuePermit" }))).toEqual(["wrongStatus"]);
    expect(codes(give(approved(), { kind: "worker" }, { type: "issuePermit" }))).toEqual(["requirementOpen", "requirementOpen", "requirementOpen"]);
  });
});
