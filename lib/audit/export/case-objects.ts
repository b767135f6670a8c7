import { deskObject, documentObject, movementObject, organisationObject, permitObject, personObject, requestObject, stepObject } from "./ocel-ids.ts";
import type { OcelObject } from "./ocel.ts";

/** A case as its read tables have it. */
export type CaseRows = {
  readonly request: { readonly id: string; readonly number: string; readonly kind: string; readonly status: string; readonly from: string; readonly to: string; readonly crossing: string; readonly home: string; readonly host: string | null; readonly requester: string; readonly submittedAt: string; readonly changedAt: string };
  readonly steps: readonly { readonly step: string; readonly desk: string; readonly side: string; readonly status: string; readonly outcome: string | null }[];
  readonly permit: { readonly number: string; readonly status: string; readonly limit: string; readonly unit: string; readonly validFrom: string; readonly validUntil: string; readonly issuedAt: string; readonly changedAt: string } | null;
  readonly movements: readonly { readonly id: string; readonly direction: string; readonly stage: string; readonly quantity: string; readonly unit: string; readonly controlPoint: string | null; readonly recordedAt: string }[];
  readonly documents: readonly { readonly id: string; readonly paper: string | null; readonly mediaType: string; readonly sha256: string; readonly at: string }[];
};

/** The objects of a case, each with what it belongs to. An attribute has the time from which it is known to hold: what never changes that of its beginning, a state that of the last change. */
export function caseObjects({ request, steps, permit, movements, documents }: CaseRows): OcelObject[] {
  const { id, number, kind, from, to, crossing, status, home, host, requester, submittedAt, changedAt } = request;
  const belongs = { objectId: requestObject(id), qualifier: "belongs to" };
  return [
    {
      id: requestObject(id),
      type: "request",
      attributes: [...at(submittedAt, { number, kind, from, to, crossing }), ...at(changedAt, { status })],
      relationships: [{ objectId: personObject(requester), qualifier: "requester" }, { objectId: organisationObject(home), qualifier: "home" }, ...(host === null ? [] : [{ objectId: organisationObject(host), qualifier: "host" }])],
    },
    ...byId(steps.map(({ step, desk, side, status: state, outcome }) => ({ id: stepObject(id, step), type: "step", attributes: [...at(submittedAt, { step, side }), ...at(changedAt, { status: state, outcome })], relationships: [belongs, { objectId: deskObject(desk), qualifier: "decided at" }] }))),
    ...(permit === null ? [] : [{ id: permitObject(id), type: "permit", attributes: [...at(permit.issuedAt, { number: permit.number, limit: permit.limit, unit: permit.unit, validFrom: permit.validFrom, validUntil: permit.validUntil }), ...at(permit.changedAt, { status: permit.status })], relationships: [{ objectId: requestObject(id), qualifier: "issued for" }] }]),
    ...byId(movements.map(({ id: movement, recordedAt, ...rest }) => ({ id: movementObject(movement), type: "movement", attributes: at(recordedAt, rest), relationships: [belongs, ...(permit === null ? [] : [{ objectId: permitObject(id), qualifier: "under" }])] }))),
    ...byId(documents.map(({ id: document, at: since, ...rest }) => ({ id: documentObject(document), type: "document", attributes: at(since, rest), relationships: [belongs] }))),
  ];
}

function at(time: string, values: Readonly<Record<string, string | null>>): OcelObject["attributes"] {
  return Object.entries(values).flatMap(([name, value]) => (value === null || name === "request" ? [] : [{ name, value, time }]));
}

function byId(objects: readonly OcelObject[]): OcelObject[] {
  return objects.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
