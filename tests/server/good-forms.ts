import { v7 as newId } from "uuid";
import type { z } from "zod";
import { DossierCommand } from "../../lib/dossier/command.ts";
import { kindDefinition } from "../../lib/kind/registry.ts";
import { visibleSections } from "../../lib/kind/questions.ts";
import { PublicCommand } from "../../lib/request/command.ts";
import { demoPaper } from "../../lib/server/demo/papers.ts";
import { personActor } from "../../lib/server/person.ts";
import { requestDetail } from "../../lib/server/request-detail.ts";
import { proposalCommands } from "../../lib/workflow/proposal/command.ts";
import type { World } from "../db/demo-world.ts";
import { type Fields, fieldsOf } from "./odd-forms.ts";
import { bodiesOf } from "./odd-values.ts";
import { type Place, whoMay } from "./who-may.ts";

/** A good form of an action: whose, its fields, and which of them people type into. `is` names one form of several of an action. */
export type Form = { readonly is?: string; readonly as: string | null; readonly fields: Fields; readonly typed: readonly string[] };
/** What the demonstration has that the forms are about. */
export type FormsKnown = {
  readonly places: ReadonlyMap<string, Place>;
  readonly draft: string;
  readonly dossier: string;
  /** Somebody of the desk at which forms say what its people can do. */
  readonly officer: string;
  readonly sections: ReturnType<typeof visibleSections>;
  readonly placeOf: (command: string) => Place;
  readonly rowOf: (field: string, command: string) => Fields;
  readonly sectionForm: (section: string) => Fields;
  readonly commandsOf: (schema: z.ZodType, about?: Fields) => readonly Form[];
};

const researcher = "researcher@hku.example";
const acts = () => ({ commandId: newId() });
const file = new File(['{"year":2027,"days":[]}'], "holiday_cn_2027.json");

/** For every server action the forms that are sent to it: a new action needs its line. */
export const goodForms: Readonly<Record<string, (known: FormsKnown) => readonly Form[]>> = {
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
  "app/(desk)/desks/[id]/actions.ts saveAbilities": ({ officer }) => [{ as: "head@hku.example", fields: { desk: "hku.endorsement", person: officer, speaks: ["pt"], skills: "gmo, bsl-3" }, typed: ["skills"] }],
  "app/(desk)/workflows/actions.ts proposeVersion": (): Form[] => [
    { is: "text", as: "policy@causeway.example", fields: { id: newId(), definition: '{"id":"sample"}', effectiveFrom: "2027-03-01", note: "Shorter" }, typed: ["effectiveFrom", "note"] },
    { is: "file", as: "policy@causeway.example", fields: { id: newId(), file, definition: "", effectiveFrom: "2027-03-01", note: "" }, typed: ["effectiveFrom"] },
  ],
  "app/(desk)/workflows/actions.ts decideOnProposal": () => proposalCommands.map((type) => ({ is: type, as: "policy@causeway.example", fields: { ...acts(), id: newId(), type, reason: "No" }, typed: ["reason"] })),
  "app/(desk)/inbox/actions.ts takeRow": ({ rowOf }) => [{ as: "head@hku.example", fields: { ...acts(), ...rowOf("claim", "claim"), next: "/inbox" }, typed: [] }],
  "app/(desk)/inbox/actions.ts saveQueueSettings": () => [{ as: "head@hku.example", fields: { order: "due", view: "all", rows: "25", columns: ["number"] }, typed: [] }],
  "app/(desk)/inbox/actions.ts decideRows": ({ placeOf, rowOf }) => ["approve", "approveWithConditions", "return", "reject"].map((type) => ({ is: type, as: placeOf(type).as, fields: { batch: newId(), ...rowOf("row", type), type, text: "Because", code: "other" }, typed: ["text"] })),
  "app/(desk)/requests/actions.ts beginRequest": () => [{ as: researcher, fields: { id: newId(), kind: "sample", title: "Mice", answers: "kind=sample&mode=courier" }, typed: ["title"] }],
  "app/(desk)/requests/actions.ts saveSection": ({ placeOf, sectionForm, sections }) => ["people", ...sections.slice(0, 3).map(({ id }) => id)].map((section) => ({ is: section, as: placeOf("saveDraft").as, fields: sectionForm(section), typed: Object.keys(sectionForm(section)).filter((field) => /^(lines\.0|teamAdd|[a-z]+\.)/.test(field)) })),
  "app/_request/auto-save-action.ts autoSave": ({ placeOf, sectionForm, sections }) => [{ as: placeOf("saveDraft").as, fields: sectionForm(sections.find(({ lines }) => lines)?.id ?? "people"), typed: [] }],
  "app/_request/actions.ts sendCommand": ({ commandsOf }) => commandsOf(PublicCommand),
  "app/_request/send-entry-action.ts sendEntryKept": ({ commandsOf }) => commandsOf(PublicCommand).filter(({ is }) => is === "recordMovement" || is === "takeOver"),
  "app/_request/movement-table-action.ts sendMovementTable": ({ placeOf }) => [{ as: placeOf("recordMovements").as, fields: { ...acts(), requestId: placeOf("recordMovements").request, act: "record", rows: "2026-11-02 10:00\tout\t1" }, typed: ["rows"] }],
  "app/_request/cross-now-action.ts crossNow": ({ commandsOf }) => commandsOf(PublicCommand).filter(({ is }) => is === "recordMovement"),
  "app/_request/actions.ts sendDocument": ({ placeOf }) => [{ as: placeOf("attachDocument").as, fields: { ...acts(), requestId: placeOf("attachDocument").request, next: "/", paper: "invoice", file }, typed: [] }],
  "app/_request/fulfil-action.ts fulfilWithPaper": ({ placeOf }) => [{ as: placeOf("attachDocument").as, fields: { ...acts(), type: "fulfilObligation", requestId: placeOf("attachDocument").request, next: "/", obligation: "1-1", date: "2026-11-02", reference: "R/1", file }, typed: ["date", "reference"] }],
  "app/_request/amend-action.ts amend": ({ placeOf }) => [{ as: placeOf("amend").as, fields: { ...acts(), requestId: placeOf("amend").request, reason: "More", "window.from": "2026-12-01", "window.to": "2027-01-01", "limit.value": "5", "sample.quantity": "5", date: "2026-12-05" }, typed: ["reason", "window.from", "window.to", "limit.value"] }],
  "app/_request/reply-action.ts resubmit": ({ placeOf }) => [{ as: placeOf("resubmit").as, fields: { ...acts(), requestId: placeOf("resubmit").request, "answers.0.text": "Yes", "answers.1.text": "Yes" }, typed: ["answers.0.text"] }],
  "app/_audit/papers/actions.ts openWorkingPaper": () => [{ as: "auditor@causeway.example", fields: { id: newId(), title: "Approvals", q: "", type: "request.submitted", size: "2", seed: "odd", by: "kind", atLeastOne: "false", scope: "all", population: "0".repeat(64), attributes: "Signed", "period.from": "2026-01-01", "period.to": "2026-12-31" }, typed: ["title", "attributes", "period.from", "period.to"] }],
  "app/_audit/papers/actions.ts saveSheet": ({ draft }) => [{ as: "auditor@causeway.example", fields: { ...acts(), paper: demoPaper, place: "?casesAfter=25", version: "1", [`was.${draft}`]: "[]", [`mark.${draft}.1`]: "passed", [`note.${draft}`]: "Seen" }, typed: [`note.${draft}`] }],
  "app/_audit/papers/actions.ts sendPaperCommand": ({ draft }) => [
    { is: "raiseFinding", as: "auditor@causeway.example", fields: { ...acts(), type: "raiseFinding", paper: demoPaper, request: draft, severity: "low", text: "No reason", events: ["1"], desk: "hku.ethics", replyBy: "2027-03-01" }, typed: ["text", "replyBy"] },
    { is: "replyToFinding", as: "biosafety@hku.example", fields: { ...acts(), type: "replyToFinding", paper: demoPaper, finding: "7", stance: "accepted", text: "So it was" }, typed: ["text"] },
    { is: "setFollowUp", as: "auditor@causeway.example", fields: { ...acts(), type: "setFollowUp", paper: demoPaper, finding: "7", text: "Tell them", due: "2027-03-01" }, typed: ["text", "due"] },
    { is: "closeFinding", as: "auditor@causeway.example", fields: { ...acts(), type: "closeFinding", paper: demoPaper, place: "?findings=asked", finding: "7", reason: "In error" }, typed: ["reason"] },
    { is: "signPaper", as: "auditor@causeway.example", fields: { ...acts(), type: "signPaper", paper: demoPaper, conclusion: "Good" }, typed: ["conclusion"] },
  ],
  "app/_dossier/actions.ts sendDossierCommand": ({ commandsOf, dossier }) => commandsOf(DossierCommand, { dossierId: dossier }),
  "app/_dossier/actions.ts openDossierNamed": ({ draft }) => [{ as: researcher, fields: { id: newId(), title: "Mice", link: `${draft} main` }, typed: ["title"] }],
  "app/_dossier/actions.ts startTogether": () => [{ as: researcher, fields: { id: newId(), title: "Mice", answers: "kind=sample&mode=courier", "with[]": ["data"] }, typed: ["title"] }],
  "app/_dossier/paper-action.ts takeSharedPaper": ({ draft }) => [{ as: researcher, fields: { ...acts(), requestId: draft, next: "/", from: `${draft}/${newId()}` }, typed: [] }],
};

export async function formsKnown(world: World): Promise<FormsKnown> {
  const places = await whoMay(world.owner);
  const placeOf = (command: string): Place => places.get(command) ?? { as: researcher, request: newId() };
  const { as, request: draft } = placeOf("saveDraft");
  const actor = await personActor(as);
  const detail = actor && (await requestDetail(actor, draft));
  if (!detail) throw new Error("nobody has a draft");
  const sections = visibleSections(detail.kind, detail.facts);
  const cells = kindDefinition(detail.kind).lines?.cells ?? [];
  const [found] = await world.owner<{ dossier: string; officer: string }[]>`select (select dossier_id from dossiers order by 1 limit 1) as dossier, (select person_id from grants where scope_id = 'hku.endorsement' order by 1 limit 1) as officer`;
  if (!found) throw new Error("nobody has a dossier");
  return { ...found, places, draft, sections, placeOf, rowOf, sectionForm, commandsOf };

  function rowOf(field: string, command: string): Fields {
    const { request, step } = placeOf(command);
    return { [field]: `${request} ${step ?? "endorsement"}` };
  }

  function sectionForm(id: string): Fields {
    const asked = sections.find((one) => one.id === id);
    return {
      ...acts(), requestId: draft, section: id, version: String(detail?.version), go: "", asked: "",
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
}
