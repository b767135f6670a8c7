import { expect, test } from "vitest";
import type { z } from "zod";
import { ConfigChanged } from "../../../lib/access/configuration.ts";
import { eventTypes, Happening } from "../../../lib/request/events.ts";
import { type VisibilityClass, visibilityClasses } from "../../../lib/access/visibility-class.ts";
import { type AccountVisibility, accountVisibility } from "../../../lib/account/visibility.ts";
import { type DossierVisibility, dossierVisibility } from "../../../lib/dossier/visibility.ts";
import { maySee, type RequestVisibility, setUpVisibility, visibility } from "../../../lib/request/visibility.ts";

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

test("an event or a field without a class, or with one that there is not, does not compile", () => {
  const { "request.closed": closed, ...rest } = visibility;
  // @ts-expect-error an event of a request without a class
  const event: RequestVisibility = rest;
  // @ts-expect-error a field without a class
  const field: RequestVisibility = { ...rest, "request.closed": { event: "both sides", fields: {} } };
  // @ts-expect-error a class that there is not
  const named: RequestVisibility = { ...rest, "request.closed": { event: "everybody", fields: closed.fields } };
  // @ts-expect-error a field of a dossier's event without a class
  const dossier: DossierVisibility = { ...dossierVisibility, "dossier.closed": { event: "both sides", fields: {} } };
  // @ts-expect-error a field of an account's entry without a class
  const account: AccountVisibility = { ...accountVisibility, "grant.expiring": { event: "desk", fields: { days: "desk" } } };
  expect([event, field, named, dossier, account].every((one) => typeof one === "object")).toBe(true);
});

test("each class is read by its readers and auditors, and by nobody else", () => {
  const readers = { requester: { party: "requester" }, teammate: { party: "team" }, officer: { desk: true, desks: ["smu.ethics"] }, other: { desk: true, desks: ["hku.biosafety"] }, auditor: { auditor: true } } as const;
  const who = (type: "step.voted" | "step.referred" | "request.closed") => Object.entries(readers).filter(([, one]) => maySee({ type, data: { desk: "smu.ethics" } }, { auditor: false, desk: false, desks: [], sides: [], isAuthor: false, ...one })).map(([name]) => name);
  expect(who("step.voted")).toEqual(["officer", "auditor"]);
  expect(who("step.referred")).toEqual(["officer", "other", "auditor"]);
  expect(who("request.closed")).toEqual(Object.keys(readers));
});

test("no field claims to be seen by fewer than its event: an event is shown whole, or its chain could not be checked", () => {
  const width: Readonly<Record<VisibilityClass, number>> = { "both sides": 3, side: 2, desks: 2, team: 2, requester: 1, desk: 1, auditor: 0, system: 0 };
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
