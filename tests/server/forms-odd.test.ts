import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { kindDefinition } from "../../lib/kind/registry.ts";
import { visibleSections } from "../../lib/kind/questions.ts";
import { personActor } from "../../lib/server/person.ts";
import { requestDetail } from "../../lib/server/request-detail.ts";
import { DossierCommand } from "../../lib/dossier/command.ts";
import { demoPaper } from "../../lib/server/demo/papers.ts";
import { PublicCommand } from "../../lib/request/command.ts";
import { proposalCommands } from "../../lib/workflow/proposal/command.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { further } from "../support/further.ts";
import { type Action, actionsInCode, type Became, send, sendAndDraw, signInAs } from "./forms-world.ts";
import { type Fields, fieldsOf, formOf, oddBesides, oddFields } from "./odd-forms.ts";
import { bodiesOf } from "./odd-values.ts";
import { type Place, whoMay } from "./who-may.ts";

/*
 * Every server action of the pages is sent its form with something odd in each field, and with odd things besides, as a browser
 * without scripts sends it. It comes back with words in the reader's language and with what was typed, or leads on; it never
 * fails, and what is refused changes nothing.
 */

let world: World;
let actions: ReadonlyMap<string, Action>;
let inline: readonly string[];
let places: ReadonlyMap<string, Place>;
let draft: string;
let sections: ReturnType<typeof visibleSections>;
let cells: readonly string[];
let version: number;

beforeAll(async () => {
  world = await demoWorld();
  ({ actions, inline } = await actionsInCode());
  places = await whoMay(world.owner);
  const { as, request } = placeOf("saveDraft");
  draft = request;
  const actor = await personActor(as);
  const detail = actor && (await requestDetail(actor, draft));
  if (!detail) throw new Error("nobody has a draft");
  sections = visibleSections(detail.kind, detail.facts);
  cells = kindDefinition(detail.kind).lines?.cells ?? [];
  version = detail.version;
});
afterAll(() => world.stop());

/** A good form of an action: whose, its fields, and which of them people type into. `is` names one form of several of an action. */
type Form = { readonly is?: string; readonly as: string | null; readonly fields: Fields; readonly typed: readonly string[] };
const researcher = "researcher@hku.example";
const acts = () => ({ commandId: newId() });
const file = new File(['{"year":2027,"days":[]}'], "holiday_cn_2027.json");

const forms: Readonly<Record<string, () => readonly Form[]>> = {
  "app/(auth)/sign-in/action.ts signInHere": () => [{ as: null, fields: { email: "a@b.example", password: "wrong", next: "/inbox" }, typed: ["email"] }],
  "app/(auth)/sign-out.ts signOutHere": () => [{ as: null, fields: {}, typed: [] }],
  "app/(auth)/forgot/action.ts askForReset": () => [{ as: null, fields: { email: "a@b.example" }, typed: ["email"] }],
  "app/(auth)/reset/action.ts setPassword": () => [{ as: null, fields: { token: "x", password: "three tubes on dry ice" }, typed: [] }],
  "app/account/actions.ts saveAccount": () => [{ as: "office@um.example", fields: { name: "Ana", language: "pt" }, typed: ["name"] }],
  "app/account/actions.ts savePassword": () => [{ as: "office@um.example", fields: { current: "wrong", next: "three tubes on dry ice" }, typed: [] }],
  "app/account/actions.ts endSession": () => [{ as: "office@um.example", fields: { id: "x" }, typed: [] }],
  "app/account/actions.ts endOthers": () => [{ as: "office@um.example", fields: {}, typed: [] }],
  "app/account/actions.ts makeKey": () => [{ as: researcher, fields: { name: "Laboratory", scopes: ["read"] }, typed: ["name"] }],
  "app/account/actions.ts endKey": () => [{ as: researcher, fields: { id: newId() }, typed: [] }],
  "app/account/calendar/actions.ts makeCalendar": () => [{ as: "head@hku.example", fields: { desk: "hku.endorsement" }, typed: [] }],
  "app/account/calendar/actions.ts endCalendar": () => [{ as: "head@hku.example", fields: { id: newId(), next: "/desks/hku.endorsement" }, typed: [] }],
  "app/account/absence/actions.ts setStandIn": () => [{ as: "pi@hku.example", fields: { for: "pi@hku.example", by: "office@hku.example", from: "2027-03-01", until: "2027-03-05", desks: ["hku.endorsement"], reason: "Away" }, typed: ["by", "from", "until", "reason"] }],
  "app/(desk)/break-glass/actions.ts openByBreakGlass": () => [{ as: "admin@causeway.example", fields: { request: "CW-0000", reason: "An accident on the road", hours: "1" }, typed: ["request", "reason", "hours"] }],
  "app/(desk)/seal-mails/actions.ts nameSealMails": () => [{ as: "admin@hku.example", fields: { organisation: "hku", addresses: "auditor@audit.example", language: "en" }, typed: ["addresses"] }],
  "app/(desk)/break-glass/actions.ts closeBreakGlass": () => [{ as: "admin@causeway.example", fields: { id: newId() }, typed: [] }],
  "app/account/absence/actions.ts endAbsence": () => [{ as: "pi@hku.example", fields: { id: newId() }, typed: [] }],
  "app/(desk)/quotas/actions.ts setQuotaAction": () => [{ as: "desk@hetao.example", fields: { ...acts(), quota: "trips", year: "2027", desk: "hetao.programme", "limit.value": "10", "limit.unit": "trip", reason: "Agreed" }, typed: ["quota", "year", "limit.value", "limit.unit", "reason"] }],
  "app/(desk)/grants/actions.ts registerGrant": () => [{ as: "desk@hetao.example", fields: { ...acts(), desk: "hetao.programme", renews: "", quota: "standing", "grant.regime": "cn-special-goods-permit", "grant.number": "A/1", "grant.issued": "2026-11-01", "grant.validFrom": "2026-11-01", "grant.validUntil": "2027-11-01", "limit.value": "10", "limit.unit": "trip" }, typed: ["quota", "grant.number", "grant.issued", "limit.value", "limit.unit"] }],
  "app/(desk)/retention/actions.ts setRetention": () => [{ as: "admin@hku.example", fields: { organisation: "hku", "years.cn-pipl-19": "1", automatic: "no" }, typed: ["years.cn-pipl-19"] }],
  "app/(desk)/retention/actions.ts holdInstitution": () => [{ as: "office@hku.example", fields: { organisation: "hku", authority: "A court", reason: "Evidence" }, typed: ["authority", "reason"] }],
  "app/(desk)/retention/actions.ts releaseInstitution": () => [{ as: "auditor@hku.example", fields: { id: newId(), reason: "Over" }, typed: ["reason"] }],
  "app/(desk)/retention/actions.ts forget": () => [{ as: "admin@hku.example", fields: { person: "nobody@hku.example", rule: "hk-pdpo-26" }, typed: ["person"] }],
  "app/(desk)/audit/actions.ts saveQuestionAction": () => [{ as: "auditor@hku.example", fields: { name: "Returned this year", shared: "audit:org:hku", query: "q=returned" }, typed: ["name"] }],
  "app/(desk)/audit/actions.ts removeQuestionAction": () => [{ as: "auditor@hku.example", fields: { id: newId() }, typed: [] }],
  "app/(desk)/calendars/actions.ts loadCalendar": () => [{ as: "policy@causeway.example", fields: { calendar: "CN", file }, typed: ["calendar"] }],
  "app/(desk)/desks/[id]/actions.ts saveRule": () => [{ as: "head@hku.example", fields: { desk: "hku.endorsement", allot: "round-robin" }, typed: [] }],
  "app/(desk)/desks/[id]/actions.ts nameHead": () => [{ as: "admin@hku.example", fields: { desk: "hku.endorsement", person: "nobody@hku.example", before: "", former: "officer" }, typed: ["person"] }],
  "app/(desk)/desks/[id]/actions.ts saveAbilities": () => [{ as: "head@hku.example", fields: { desk: "hku.endorsement", person: places.get("pi")?.request ?? "", speaks: ["pt"], skills: "gmo, bsl-3" }, typed: ["skills"] }],
  "app/(desk)/workflows/actions.ts proposeVersion": (): Form[] => [
    { is: "text", as: "policy@causeway.example", fields: { id: newId(), definition: '{"id":"sample"}', effectiveFrom: "2027-03-01", note: "Shorter" }, typed: ["effectiveFrom", "note"] },
    { is: "file", as: "policy@causeway.example", fields: { id: newId(), file, definition: "", effectiveFrom: "2027-03-01", note: "" }, typed: ["effectiveFrom"] },
  ],
  "app/(desk)/workflows/actions.ts decideOnProposal": () => proposalCommands.map((type) => ({ is: type, as: "policy@causeway.example", fields: { ...acts(), id: newId(), type, reason: "No" }, typed: ["reason"] })),
  "app/(desk)/inbox/actions.ts takeRow": () => [{ as: "head@hku.example", fields: { ...acts(), ...rowOf("claim", "claim"), next: "/inbox" }, typed: [] }],
  "app/(desk)/inbox/actions.ts saveQueueSettings": () => [{ as: "head@hku.example", fields: { order: "due", view: "all", rows: "25", columns: ["number"] }, typed: [] }],
  "app/(desk)/inbox/actions.ts decideRows": () => ["approve", "approveWithConditions", "return", "reject"].map((type) => ({ is: type, as: placeOf(type).as, fields: { batch: newId(), ...rowOf("row", type), type, text: "Because", code: "other" }, typed: ["text"] })),
  "app/(desk)/requests/actions.ts beginRequest": () => [{ as: researcher, fields: { id: newId(), kind: "sample", title: "Mice", answers: "kind=sample&mode=courier" }, typed: ["title"] }],
  "app/(desk)/requests/actions.ts saveSection": () => ["people", ...sections.slice(0, 3).map(({ id }) => id)].map((section) => ({ is: section, as: placeOf("saveDraft").as, fields: sectionForm(section), typed: Object.keys(sectionForm(section)).filter((field) => /^(lines\.0|teamAdd|[a-z]+\.)/.test(field)) })),
  "app/_request/auto-save-action.ts autoSave": () => [{ as: placeOf("saveDraft").as, fields: sectionForm(sections.find(({ lines }) => lines)?.id ?? "people"), typed: [] }],
  "app/_request/actions.ts sendCommand": () => commandsOf(PublicCommand),
  "app/_request/send-entry-action.ts sendEntryKept": () => commandsOf(PublicCommand).filter(({ is }) => is === "recordMovement" || is === "takeOver"),
  "app/_request/movement-table-action.ts sendMovementTable": () => [{ as: placeOf("recordMovements").as, fields: { ...acts(), requestId: placeOf("recordMovements").request, act: "record", rows: "2026-11-02 10:00\tout\t1" }, typed: ["rows"] }],
  "app/_request/cross-now-action.ts crossNow": () => commandsOf(PublicCommand).filter(({ is }) => is === "recordMovement"),
  "app/_request/actions.ts sendDocument": () => [{ as: placeOf("attachDocument").as, fields: { ...acts(), requestId: placeOf("attachDocument").request, next: "/", paper: "invoice", file }, typed: [] }],
  "app/_request/fulfil-action.ts fulfilWithPaper": () => [{ as: placeOf("attachDocument").as, fields: { ...acts(), type: "fulfilObligation", requestId: placeOf("attachDocument").request, next: "/", obligation: "1-1", date: "2026-11-02", reference: "R/1", file }, typed: ["date", "reference"] }],
  "app/_request/amend-action.ts amend": () => [{ as: placeOf("amend").as, fields: { ...acts(), requestId: placeOf("amend").request, reason: "More", "window.from": "2026-12-01", "window.to": "2027-01-01", "limit.value": "5", "sample.quantity": "5", date: "2026-12-05" }, typed: ["reason", "window.from", "window.to", "limit.value"] }],
  "app/_request/reply-action.ts resubmit": () => [{ as: placeOf("resubmit").as, fields: { ...acts(), requestId: placeOf("resubmit").request, "answers.0.text": "Yes", "answers.1.text": "Yes" }, typed: ["answers.0.text"] }],
  "app/_audit/papers/actions.ts openWorkingPaper": () => [{ as: "auditor@causeway.example", fields: { id: newId(), title: "Approvals", q: "", type: "request.submitted", size: "2", seed: "odd", by: "kind", atLeastOne: "false", scope: "all", population: "0".repeat(64), attributes: "Signed", "period.from": "2026-01-01", "period.to": "2026-12-31" }, typed: ["title", "attributes", "period.from", "period.to"] }],
  "app/_audit/papers/actions.ts saveSheet": () => [{ as: "auditor@causeway.example", fields: { ...acts(), paper: demoPaper, place: "?casesAfter=25", version: "1", [`was.${draft}`]: "[]", [`mark.${draft}.1`]: "passed", [`note.${draft}`]: "Seen" }, typed: [`note.${draft}`] }],
  "app/_audit/papers/actions.ts sendPaperCommand": () => [
    { is: "raiseFinding", as: "auditor@causeway.example", fields: { ...acts(), type: "raiseFinding", paper: demoPaper, request: draft, severity: "low", text: "No reason", events: ["1"], desk: "hku.ethics", replyBy: "2027-03-01" }, typed: ["text", "replyBy"] },
    { is: "replyToFinding", as: "biosafety@hku.example", fields: { ...acts(), type: "replyToFinding", paper: demoPaper, finding: "7", stance: "accepted", text: "So it was" }, typed: ["text"] },
    { is: "setFollowUp", as: "auditor@causeway.example", fields: { ...acts(), type: "setFollowUp", paper: demoPaper, finding: "7", text: "Tell them", due: "2027-03-01" }, typed: ["text", "due"] },
    { is: "closeFinding", as: "auditor@causeway.example", fields: { ...acts(), type: "closeFinding", paper: demoPaper, place: "?findings=asked", finding: "7", reason: "In error" }, typed: ["reason"] },
    { is: "signPaper", as: "auditor@causeway.example", fields: { ...acts(), type: "signPaper", paper: demoPaper, conclusion: "Good" }, typed: ["conclusion"] },
  ],
  "app/_dossier/actions.ts sendDossierCommand": () => commandsOf(DossierCommand, { dossierId: places.get("dossier")?.request ?? "" }),
  "app/_dossier/actions.ts openDossierNamed": () => [{ as: researcher, fields: { id: newId(), title: "Mice", link: `${draft} main` }, typed: ["title"] }],
  "app/_dossier/actions.ts startTogether": () => [{ as: researcher, fields: { id: newId(), title: "Mice", answers: "kind=sample&mode=courier", "with[]": ["data"] }, typed: ["title"] }],
  "app/_dossier/paper-action.ts takeSharedPaper": () => [{ as: researcher, fields: { ...acts(), requestId: draft, next: "/", from: `${draft}/${newId()}` }, typed: [] }],
};

test("every server action stands in the table, in a file of its own", () => {
  expect([...actions.keys()].toSorted()).toEqual(Object.keys(forms).toSorted());
  expect(inline).toEqual([]);
});

test("somebody of the demonstration may do what is refused to most", () => {
  const walked = ["saveDraft", "resubmit", "amend", "attachDocument", "planMovement", "recordStage", "recordEnd", "recordReading", "correctMovement"];
  expect(walked.filter((command) => !places.has(command))).toEqual([]);
});

test("what a form without scripts came to stands on the page that is drawn after it, with what was written; with scripts the form says it", async () => {
  const { LeftBehind } = await import("../../app/_request/left-behind.tsx");
  const sendCommand = actions.get("app/_request/actions.ts sendCommand") as Action;
  const { as, request } = placeOf("resubmit");
  const late = () => [untouched, formOf({ ...acts(), type: "recordRequirement", requestId: request, next: "/", requirement: "none", outcome: "granted", reference: "<b>A/1</b>", date: "2026-11-02" })];
  for (const [language, title] of [["en", "Nothing was done"], ["pt", "Nada foi feito"]] as const) {
    await signInAs(as, language);
    const drawn = await sendAndDraw(sendCommand, late(), { headers: {}, draw: LeftBehind });
    expect(drawn).toContain(title);
    expect(drawn).toContain("&lt;b&gt;A/1&lt;/b&gt;");
    expect(drawn).not.toContain(request);
  }
  expect(await sendAndDraw(sendCommand, late(), { headers: { "next-action": "x" }, draw: LeftBehind })).toBe("");
  expect(await sendAndDraw(async () => {}, [], { headers: {}, draw: LeftBehind })).toBe("");
});

let [turn, last] = [0, ""];

/** Each field is sent a few of them, the next field the next few; where there is less time, every other field one. With ODD_VALUE it is those that it names. */
function isAsked(odd: string, index: number): boolean {
  if (process.env.ODD_VALUE) return process.env.ODD_VALUE.split("|").includes(odd);
  const all = Object.keys(oddFields).length;
  if (further) return index % Math.ceil(all / 5) === turn % Math.ceil(all / 5);
  return turn % 2 === 0 && index === (turn / 2) % all;
}

describe.each(Object.keys(forms))("%s", (name) => {
  test("with something odd in any of its fields, or besides", async () => {
    const action = actions.get(name) as Action;
    const failures: unknown[] = [];
    last = await everything();
    const all = forms[name]?.() ?? [];
    const [first] = all;
    for (const form of all) {
      for (const field of Object.keys(form.fields)) {
        for (const [odd, makes] of Object.entries(oddFields).filter(([odd], index) => isAsked(odd, index))) failures.push(...(await wrongWith(action, name, form, { [field]: makes(form.fields[field] ?? "") }, odd)));
        turn++;
      }
      const besides = Object.entries(oddBesides).filter((_, index) => further || form === first || index === turn % Object.keys(oddBesides).length);
      for (const [odd, fields] of besides) failures.push(...(await wrongWith(action, name, form, fields, odd)));
    }
    expect(failures).toEqual([]);
  }, 600_000);

  test("called with what is no form, and after its session has ended", async () => {
    const action = actions.get(name) as Action;
    const [form] = forms[name]?.() ?? [];
    const before = await everything();
    await signInAs(form?.as ?? null, "en");
    const became = [];
    for (const given of [[], [null], [null, null], [untouched, "a"], [untouched, {}], [untouched, [[]]], ["a", 1], [formOf({}), formOf({})], [{ attempt: "x", errors: 1 }, new FormData()], [formOf(form?.fields ?? {}), "a"]]) became.push(await send(action, ...given));
    await signInAs(null, "en");
    became.push(await send(action, untouched, formOf(form?.fields ?? {})));
    expect(became.filter((one) => "failed" in one)).toEqual([]);
    expect(await everything()).toBe(before);
  });
});

const untouched = { attempt: 0, errors: [], values: {} };
const languages = ["en", "zh-Hant", "zh-Hans", "pt"] as const;

async function wrongWith(action: Action, name: string, form: Form, odd: Fields, what: string): Promise<unknown[]> {
  const language = languages[turn % languages.length] ?? "en";
  await signInAs(form.as, language);
  const sent = formOf(form.fields, odd);
  const bare = new FormData();
  for (const [field, value] of sent) bare.append(field, value);
  const became = await send(action, ...(takesState(name) ? [untouched, sent] : [sent, Object.keys(form.fields)]));
  const wrong = wrongIn(became, { form, bare, language });
  const refused = "state" in became && Array.isArray(became.state.errors) && became.state.errors.length > 0;
  const now = await everything();
  if (refused && now !== last) wrong.push("something changed");
  last = now;
  return wrong.map((one) => [form.is ?? "", Object.keys(odd).slice(0, 1).join(), what, one, JSON.stringify(became).slice(0, 400)]);
}

/** Forms without a state of their own lead somewhere, whatever becomes of them. */
function takesState(name: string): boolean {
  return !["endSession", "endOthers", "endKey", "takeRow", "signOutHere", "autoSave"].some((one) => name.endsWith(` ${one}`));
}

type Asked = { readonly form: Form; readonly bare: FormData; readonly language: (typeof languages)[number] };

function wrongIn(became: Became, { form, bare, language }: Asked): string[] {
  if ("spoilt" in {}) return ["spoilt what every object has"];
  if ("failed" in became) return [`failed: ${became.failed}`];
  if ("leads" in became) return became.leads.startsWith("/") && !became.leads.startsWith("//") ? [] : ["leads away"];
  const { errors, values, done, secret, results, stopped } = became.state;
  if (!Array.isArray(errors)) return [];
  if (errors.length === 0 && !done && !secret && !results && !stopped) return takesNoState(became) ? [] : ["neither words nor a way on"];
  const said = [...errors.map(({ message }) => message), ...(results ?? []).map((one) => one.said)];
  const lost = errors.length === 0 ? [] : form.typed.filter((field) => !isKept(values[field], bare.getAll(field)));
  return [
    ...(said.every((message) => message.trim() !== "" && !/^[a-z]+(\.[a-zA-Z]+)+$|\[object/.test(message)) ? [] : ["no sentence"]),
    ...(language.startsWith("zh") && said.some((message) => !/\p{Script=Han}/u.test(message)) ? ["another language"] : []),
    ...lost.map((field) => `${field} is lost`),
    ...(said.some((message) => message.length > 2_000) ? ["a sentence without end"] : []),
  ];
}

/** Of a field that was sent several times its first text at least. */
function isKept(kept: unknown, sent: readonly (string | File)[]): boolean {
  return ([kept ?? ""].flat()[0] ?? "") === (sent.find((one) => typeof one === "string") ?? "").replaceAll("\u0000", "\ufffd");
}

function takesNoState(became: Became): boolean {
  return "state" in became && Object.keys(became.state).includes("is");
}

function placeOf(command: string): Place {
  return places.get(command) ?? { as: researcher, request: newId() };
}

function rowOf(field: string, command: string): Fields {
  const { request, step } = placeOf(command);
  return { [field]: `${request} ${step ?? "endorsement"}` };
}

function sectionForm(id: string): Fields {
  const asked = sections.find((one) => one.id === id);
  return {
    ...acts(), requestId: draft, section: id, version: String(version), go: "", asked: "",
    ...(id === "people" && { title: "Mice", team: [], teamAdd: "pi@hku.example", home: "hku", host: "szu", "window.from": "2026-12-01", "window.to": "2026-12-31" }),
    ...Object.fromEntries((asked?.fields ?? []).slice(0, 5).map(({ fact }) => [fact, "4"])),
    ...(asked?.lines && { ...Object.fromEntries(cells.slice(0, 3).map((cell) => [`lines.0.${cell}`, "4"])), "lines.file": file }),
  };
}

function commandsOf(schema: z.ZodType, about: Fields = {}): Form[] {
  return bodiesOf(schema).map((body) => {
    const type = String(body.type);
    const { as, request, step, known } = placeOf(type);
    const fields = { ...fieldsOf(body), ...(Object.keys(about).length > 0 ? about : { requestId: request, next: "/" }), ...(step !== undefined && { step }), ...Object.fromEntries(Object.entries(known ?? {}).filter(([field]) => field in fieldsOf(body))) };
    return { is: type, as, fields, typed: Object.keys(fields).filter((field) => /text|reason|reference|carrier|title|note/.test(field)) };
  });
}

/** What the database holds of anybody's work: the same text as long as nothing changed. */
async function everything(): Promise<string> {
  const [row] = await world.owner<{ all: string }[]>`select concat_ws(' ', (select count(*) from events), (select count(*) from texts), (select count(*) from commands), (select count(*) from outbox), (select count(*) from drafts), (select sum(version) from drafts), (select count(*) from stand_ins), (select count(*) from documents), (select string_agg(q::text, ' ' order by person_id) from queue_settings q), (select count(*) from calendar_years)) as all`;
  return row?.all ?? "";
}
