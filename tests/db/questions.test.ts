import { describe, expect, test } from "vitest";
import type { PersonActor } from "../../lib/access/actor.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { mustBeNone, questions } from "../../lib/insight/question.ts";
import { languages } from "../../lib/language.ts";
import { questionAnswer } from "../../lib/server/question-answer.ts";
import { answerShape } from "../../lib/server/question-shape.ts";
import { call, keyOf } from "../server/api-world.ts";
import { actors, ask, askDemonstration } from "./questions-world.ts";

/* Every question of the demonstration as it is, and as the API answers it. */

askDemonstration();

describe("of the demonstration, which nobody touched,", () => {
  test.each(mustBeNone)("%s is none, of everything that was looked at, but for one crossing that a desk had explained", async (question) => {
    const answer = await ask(question);
    const explained = question === "permits-past-terms" ? [{ code: "wrongControlPoint", values: { settled: "explained" } }] : [];
    expect(answer).toMatchObject({ count: explained.length, items: explained, next: null });
    expect(Math.max(...Object.values(answer.looked))).toBeGreaterThan(40);
    expect(answer.first && answer.last && answer.first < answer.last).toBe(true);
  });

  test.each(questions)("%s answers in four languages, and in an auditor's places looks at no more than in all", async (question) => {
    const [whole, macao, own] = [await ask(question), await ask(question, {}, "auditor.mo@causeway.example"), await ask(question, {}, "auditor@hku.example")];
    for (const language of languages) expect(answerShape(whole, {}, language)).toMatchObject({ question, count: whole.count });
    for (const [what, n] of Object.entries(whole.looked)) for (const part of [macao, own]) expect([what, (part.looked[what] ?? 0) <= n]).toEqual([what, true]);
    expect(macao.count + own.count).toBeLessThanOrEqual(2 * whole.count);
  });

  test.each(questions)("%s is answered to no one who audits nothing", async (question) => {
    for (const email of ["researcher@hku.example", "biosafety@hku.example"]) expect(await questionAnswer(actors[email] as PersonActor, question, {}, new Date())).toBeNull();
  });

  test("days and an organisation narrow what is looked at", async () => {
    const whole = await ask("own-approvals");
    expect((await ask("own-approvals", { from: addDays(dayOf(new Date()), 1) })).looked.decisions).toBe(0);
    const [early, late] = [await ask("own-approvals", { to: "2026-06-30" }), await ask("own-approvals", { from: "2026-07-01" })];
    expect((early.looked.decisions ?? 0) + (late.looked.decisions ?? 0)).toBe(whole.looked.decisions);
    const hku = await ask("own-approvals", { organisation: "hku" });
    expect(hku.looked.decisions).toBe((await ask("own-approvals", {}, "auditor@hku.example")).looked.decisions);
    expect(hku.looked.decisions).toBeLessThan(whole.looked.decisions ?? 0);
  });
});

describe("the API", () => {
  const [list, one] = ["GET /api/v1/audit/questions", "GET /api/v1/audit/questions/{id}"];
  const told = async (path: string, email: string, language?: string) => call(one, `/api/v1/audit/questions/${path}`, { key: await keyOf(email), ...(language && { language }) });

  test("lists the questions to auditors, answers each in the caller's language, and is not there for others", async () => {
    const { body } = await call(list, "/api/v1/audit/questions", { key: await keyOf("auditor@hku.example"), language: "pt" });
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(questions);
    for (const question of questions) expect([question, (await told(question, "auditor@hku.example", "pt")).body.title]).toEqual([question, body.items.find(({ id }: { id: string }) => id === question).title]);
    for (const email of ["researcher@hku.example", "biosafety@hku.example"]) {
      expect((await call(list, "/api/v1/audit/questions", { key: await keyOf(email) })).status).toBe(404);
      expect((await told("own-approvals", email)).status).toBe(404);
    }
  });

  test("goes through a list by its places, each row once, and says what it cannot read", async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const { status, body } = await told(`set-up-changes${cursor && `?cursor=${encodeURIComponent(cursor)}`}`, "auditor@causeway.example");
      expect(status).toBe(200);
      seen.push(...body.items.map(({ entries }: { entries: { id: string; seq: number }[] }) => `${entries[0]?.id} ${entries[0]?.seq}`));
      cursor = body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await ask("set-up-changes")).count);
    expect((await told("nothing", "auditor@causeway.example")).status).toBe(404);
    for (const query of ["from=yesterday", "cursor=1", "more=1", "from=2026-01-01&from=2026-01-02", "days=0"]) expect([query, (await told(`own-approvals?${query}`, "auditor@causeway.example")).status]).toEqual([query, 400]);
    const { body } = await told("own-approvals?from=2026-01-01&to=2026-12-31", "auditor@causeway.example");
    expect(body).toMatchObject({ mustBeNone: true, count: 0, period: { from: "2026-01-01", to: "2026-12-31" }, seal: { size: expect.any(Number), root: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  });
});
