import { expect, test } from "vitest";
import type { z } from "zod";
import { ConfigChanged } from "../../../lib/access/configuration.ts";
import { eventTypes, Happening } from "../../../lib/request/events.ts";
import { maySee, setUpVisibility, visibility, type VisibilityClass, visibilityClasses } from "../../../lib/request/visibility.ts";

const dataOf = (type: string) => {
  const option = Happening.options.find((one) => one.shape.type.value === type);
  if (!option) throw new Error(`no event ${type}`);
  return Object.keys((option.shape.data as z.ZodObject).shape);
};

test("every type of event has a class, and so has every field of it, no more and no fewer", () => {
  expect(Object.keys(visibility).toSorted()).toEqual([...eventTypes].toSorted());
  for (const type of eventTypes) expect([type, Object.keys(visibility[type].fields).toSorted()]).toEqual([type, dataOf(type).toSorted()]);
  for (const { event, fields } of Object.values(visibility)) for (const one of [event, ...Object.values(fields)]) expect(visibilityClasses).toContain(one);
});

test("so has every field of an event of the set-up", () => {
  const fields = new Set(ConfigChanged.options.flatMap((option) => Object.keys(option.shape)));
  expect(Object.keys(setUpVisibility.fields).toSorted()).toEqual([...fields].toSorted());
});

test("no field claims to be seen by fewer than its event: an event is shown whole, or its chain could not be checked", () => {
  const width: Readonly<Record<VisibilityClass, number>> = { parties: 3, audience: 2, desks: 2, desk: 1, system: 0 };
  for (const { event, fields } of [...Object.values(visibility), setUpVisibility]) for (const one of Object.values(fields)) expect(width[one]).toBeGreaterThanOrEqual(width[event]);
});

test("a comment is read by its audience: the requester's by all, the desks' by desks and auditors, a side's by that side", () => {
  const said = (audience: string, side: string | null = null) => ({ type: "comment.added" as const, data: { audience, side, text: { digest: "" } } });
  const reader = (change: Partial<Parameters<typeof maySee>[1]>) => ({ auditor: false, desk: false, desks: [], sides: [], isAuthor: false, ...change });
  expect(maySee(said("requester"), reader({}))).toBe(true);
  expect([maySee(said("desks"), reader({})), maySee(said("desks"), reader({ desk: true })), maySee(said("desks"), reader({ auditor: true }))]).toEqual([false, true, true]);
  expect([maySee(said("side", "origin"), reader({ desk: true, sides: ["destination"] })), maySee(said("side", "origin"), reader({ desk: true, sides: ["origin"] })), maySee(said("side", "origin"), reader({ isAuthor: true }))]).toEqual([false, true, true]);
});

test("how a member voted is read by the staff of that desk and by auditors, not by the requester nor another desk", () => {
  const voted = { type: "step.voted" as const, data: { desk: "smu.ethics", step: "ethics", round: 1, vote: "for", casting: false, text: null } };
  const reader = (change: Partial<Parameters<typeof maySee>[1]>) => ({ auditor: false, desk: false, desks: [], sides: [], isAuthor: false, ...change });
  expect([maySee(voted, reader({})), maySee(voted, reader({ desk: true, desks: ["hku.biosafety"] })), maySee(voted, reader({ desk: true, desks: ["smu.ethics"] })), maySee(voted, reader({ auditor: true }))]).toEqual([false, false, true, true]);
});
