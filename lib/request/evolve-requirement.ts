import type { DataOf, RequestEvent } from "./events.ts";
import type { Grant, LiveState, Requirement, RequirementStatus } from "./state.ts";

type Recorded = Extract<RequestEvent, { type: "requirement.filed" | "requirement.queried" | "requirement.granted" | "requirement.linked" | "requirement.refused" }>;

const statuses = { "requirement.filed": "filed", "requirement.queried": "queried", "requirement.granted": "granted", "requirement.linked": "granted", "requirement.refused": "refused" } as const satisfies Record<Recorded["type"], RequirementStatus>;

/** How a requirement stands after an authority was asked or answered; of an amendment that is open as well. */
export function requirementRecorded({ requirements, amendment }: LiveState, event: Recorded): Pick<LiveState, "requirements" | "amendment"> {
  const recorded = (all: readonly Requirement[]) => all.map((one) => (one.id === event.data.requirement ? after(one, event) : one));
  return { requirements: recorded(requirements), amendment: amendment && { ...amendment, requirements: recorded(amendment.requirements) } };
}

function after({ id, regime, type, due, uncertain, waivedBy, clock, ...before }: Requirement, { type: happened, data, at, seq }: Recorded): Requirement {
  const { requirement: _, replaces: __, ...said } = data as DataOf<"requirement.granted"> & Partial<DataOf<"requirement.linked">>;
  const earlier = [...(before.earlier ?? []), ...(before.status === "granted" ? [grantIn(before)] : [])];
  return { id, regime, type, due, uncertain, waivedBy, ...(clock && { clock }), ...said, status: statuses[happened], recordedAt: at, entry: seq, ...(earlier.length > 0 && { earlier }) };
}

/** That people were told of its end; so they are told once. */
export function expiryTold({ requirements }: LiveState, { requirement, days }: DataOf<"requirement.expiring">): Pick<LiveState, "requirements"> {
  return { requirements: requirements.map((one) => (one.id === requirement ? { ...one, told: [...(one.told ?? []), days] } : one)) };
}

function grantIn({ reference, date, validUntil, validFrom, limit, paper, grant, entry }: Grant): Grant {
  return { reference, date, validUntil, ...(validFrom !== undefined && { validFrom }), ...(limit && { limit }), ...(paper !== undefined && { paper }), ...(grant && { grant }), ...(entry !== undefined && { entry }) };
}
