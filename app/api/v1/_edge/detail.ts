import type { z } from "zod";
import { warningOf } from "@/lib/request/began";
import { leftOf } from "@/lib/account/ledger";
import type { ClockState } from "@/lib/calendar/clock";
import type { Language } from "@/lib/language";
import { reconcile } from "@/lib/permit/reconciliation";
import { hasExpired } from "@/lib/request/requirement";
import { moment, realClock } from "@/lib/server/clock";
import type { DetailGrant, DetailRequirement, RequestDetail } from "@/lib/server/request-detail";
import type { RequestShape } from "./request-schemas";

/** A request as the API shows it: names in one language, empty places left out. */
export function detailShape(detail: RequestDetail, language: Language): z.infer<typeof RequestShape> {
  const { id, number, kind, title, status, version, facts, claims, home, host, window, limit, blockers, permit } = detail;
  const nameOf = (person: string) => detail.names.people[person] ?? person;
  return {
    id,
    number,
    kind,
    title,
    status,
    version,
    facts: { ...facts },
    lines: [...detail.lines],
    claims: [...claims],
    parties: { home, host: host === null ? null : "organisation" in host ? host.organisation : host.ror },
    window,
    limit,
    findings: detail.findings.map((one) => ({ id: one.id, type: one.type, binding: one.binding, because: [...one.because], due: one.due, confidence: one.confidence, version: one.version })),
    requirements: detail.requirements.map(requirementShape),
    steps: detail.steps.map((step) => ({
      id: step.id,
      name: step.name[language],
      desk: step.desk,
      side: step.side,
      round: step.round,
      status: step.status,
      ...(step.outcome !== null && { outcome: step.outcome }),
      ...(step.assignee !== null && { assignee: detail.names.people[step.assignee] ?? step.assignee }),
      ...(step.holder && { holder: { id: step.holder.person, name: detail.names.people[step.holder.person] ?? "", how: step.holder.how, since: step.holder.since } }),
      ...(step.advice.length > 0 && { advice: step.advice.map((one) => ({ id: one.id, from: detail.names.people[one.person] ?? one.person, status: one.status, question: one.question, ...(one.due !== null && { due: one.due }), ...(one.recommends !== null && { recommends: one.recommends }), ...(one.text !== null && { text: one.text }) })) }),
      ...(step.suspended !== null && { suspended: step.suspended }),
      ...(step.since !== null && { since: step.since }),
      ...(step.dueOn !== null && { due: step.dueOn }),
      ...(step.time !== null && { clock: clockShape(step.time, step.extended) }),
      ...(step.decisions.length > 0 && { decisions: step.decisions.map((one) => ({ by: nameOf(one.person), ...(one.for !== undefined && { for: nameOf(one.for) }), outcome: one.outcome, at: one.at })) }),
      ...(step.settledBy !== null && { settledBy: { by: step.settledBy.by, ...(step.settledBy.rule !== null && { rule: step.settledBy.rule }) } }),
      ...(step.reserves && { reserves: { quota: step.reserves.quota, year: step.reserves.year, amount: step.reserves.amount, ...(step.account && { left: leftOf(step.account) }) } }),
      ...(step.standing && { vote: { members: step.standing.members, for: step.standing.for, against: step.standing.against, abstain: step.standing.abstain, quorum: step.standing.quorum, quorate: step.standing.quorate, missing: step.standing.missing } }),
      ...(step.stands !== null && { stands: { since: step.decisions.at(-1)?.at ?? step.stands, round: step.round } }),
      ...(step.conditions.length > 0 && { conditions: [...step.conditions] }),
    })),
    blockers: blockers.map((one) => ({ ...one })),
    questions: detail.questions.map(({ id: question, step, fact, text }) => ({ id: question, step, fact, text })),
    terms: detail.terms.map((one) => ({ id: one.id, version: one.version, title: one.title[language], accepted: one.accepted })),
    documents: detail.documents.map((one) => ({ id: one.id, name: one.name, paper: one.paper, mediaType: one.mediaType, size: one.size, sha256: one.sha256 })),
    warnings: detail.sinceBegun.map(warningOf).map(({ code, path, params }) => ({ code, path, params: { ...params } })),
    ...(detail.amendment && { amendment: { ...detail.amendment, changed: [...detail.amendment.changed], facts: { ...detail.amendment.facts }, claims: [...detail.amendment.claims] } }),
    permit: permit && { number: permit.number, status: permit.status, limit: permit.limit, used: permit.used, remaining: permit.remaining, outside: permit.outside, validFrom: permit.validFrom, validUntil: permit.validUntil, controlPoint: permit.controlPoint, ...(permit.revokedFrom !== null && { revokedFrom: permit.revokedFrom }), ...(permit.earlier.length > 0 && { earlier: [...permit.earlier] }) },
    movements: detail.movements.map((one) => ({ id: one.id, direction: one.direction, quantity: one.quantity, controlPoint: one.controlPoint, at: one.at })),
    ledger: detail.ledger.map((one) => entryShape(one, nameOf)),
    traces: detail.traces.map((one) => traceShape(one, nameOf)),
    custody: detail.custody.map(({ from, to, stated, place, condition, ...one }) => ({ ...one, from: nameOf(from), to: nameOf(to), ...(stated && { stated }), ...(place !== null && { place }), ...(condition !== null && { condition }) })),
    discrepancies: detail.discrepancies.map(({ resolved, ...one }) => ({ ...one, resolved: resolved && { at: resolved.at, by: resolved.person === null ? null : nameOf(resolved.person), outcome: resolved.outcome, reason: resolved.reason } })),
    obligations: detail.obligations.map((one) => obligationShape(one, nameOf)),
    lateObligations: detail.lateObligations.map(({ number, kind, requirement, due }) => ({ number, kind, ...(requirement !== null && { requirement }), due })),
    ...(permit && { reconciliation: { unit: permit.limit.unit, ...reconcile(detail.ledger) } }),
    allowed: detail.allowed.map((one) => ({ command: one.command, ...(one.step === undefined ? {} : { step: one.step }), allowed: one.allowed, reasons: one.reasons.map((reason) => ({ ...reason, ...(reason.params && { params: { ...reason.params } }) })) })),
  };
}

function requirementShape(one: DetailRequirement): z.infer<typeof RequestShape>["requirements"][number] {
  const { question, reason, waivedBy, earlier = [] } = one;
  return {
    id: one.id,
    regime: one.regime,
    due: one.due,
    status: one.status,
    uncertain: one.uncertain,
    ...grantShape(one),
    ...(hasExpired(one, moment(realClock).today) && { expired: true }),
    ...(question !== undefined && { question }),
    ...(reason !== undefined && { reason }),
    ...(waivedBy !== null && { waivedBy }),
    ...(earlier.length > 0 && { earlier: earlier.map(grantShape) }),
  };
}

function grantShape({ reference, date, validFrom, validUntil, limit, paper, grant }: DetailGrant) {
  return { ...(reference !== null && { reference }), ...(date !== null && { date }), ...(validFrom !== undefined && { validFrom }), ...(validUntil !== null && { validUntil }), ...(limit && { limit }), ...(paper !== undefined && { paper }), ...(grant && { grant }) };
}

/** A trace without the points of its drawing: whoever wants to draw has the file. */
function traceShape({ id, movement, document, range, from, to, readings, lowest, highest, outside, excursions, excursionCount, recordedAt, person }: RequestDetail["traces"][number], nameOf: (person: string) => string) {
  return { id, movement, document, range, from, to, readings, lowest, highest, outside, excursions: [...excursions], excursionCount, recordedAt, ...(person !== null && { by: nameOf(person) }) };
}

/** An entry with what was said of it; what was not said is left out. */
function entryShape({ person, papers, details, ...entry }: RequestDetail["ledger"][number], nameOf: (person: string) => string) {
  const { id, stage, direction, quantity, controlPoint, at, recordedAt, consignment, isVoid, ...said } = entry;
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)) as { [K in keyof typeof said]?: NonNullable<(typeof said)[K]> };
  return { id, stage, direction, quantity, controlPoint, at, recordedAt, ...(person !== null && { by: nameOf(person) }), movement: consignment, ...(papers.length > 0 && { papers: [...papers] }), ...(Object.keys(details).length > 0 && { details: { ...details } }), ...given, ...(isVoid && { isVoid }) };
}

function obligationShape({ id, kind, step, requirement, year, text, due, status, late, settled }: RequestDetail["obligations"][number], nameOf: (person: string) => string) {
  const by = settled && { at: settled.at, by: settled.person === null ? null : nameOf(settled.person) };
  return {
    id,
    kind,
    ...(step !== null && { step }),
    ...(requirement !== null && { requirement }),
    ...(year && { year }),
    ...(text !== null && { text }),
    ...(due !== null && { due }),
    status,
    late,
    ...(by && settled.as === "fulfilled" && { fulfilled: { ...by, date: settled.date, ...(settled.reference !== null && { reference: settled.reference }), ...(settled.document !== null && { document: settled.document }) } }),
    ...(by && settled.as === "waived" && { waived: { ...by, reason: settled.reason ?? "" } }),
  };
}

function clockShape({ day, days, stopped, unpublished }: ClockState, extended: number | null) {
  return {
    day,
    days,
    ...(extended !== null && { extended }),
    ...(stopped !== null && { pausedSince: stopped }),
    ...(unpublished.length > 0 && { provisional: unpublished.map(({ calendar, year }) => ({ region: calendar, year })) }),
  };
}
