import { deskObject, documentObject, movementObject, organisationObject, permitObject, personObject, requestObject, stepObject } from "./ocel-ids.ts";
import { isId } from "../../id.ts";
import { doerOf, saysOf } from "../entry-says.ts";
import type { TakenEvent } from "./taken-event.ts";

/** An object that an event is about, with its part in it. */
export type Related = { readonly objectId: string; readonly type: string; readonly qualifier: string };

type Field = (value: string, event: TakenEvent) => Omit<Related, "qualifier"> | null;

const person: Field = (id) => (isId(id) ? { objectId: personObject(id), type: "person" } : null);
const step: Field = (id, { requestId }) => ({ objectId: stepObject(requestId, id), type: "step" });
const movement: Field = (id) => ({ objectId: movementObject(id), type: "movement" });
const document: Field = (id) => ({ objectId: documentObject(id), type: "document" });
const desk: Field = (id) => ({ objectId: deskObject(id), type: "desk" });
const request: Field = (id) => ({ objectId: requestObject(id), type: "request" });

/** Fields of events that name an object: they become relations and no attributes. The name of the field says the object's part. */
const fields: Readonly<Record<string, Field>> = {
  step, against: step, added: step,
  desk,
  movement, consignment: movement, corrects: movement,
  document,
  request, waiting: request, awaits: request,
  requester: person, endorser: person,
};

/** Fields that are a person in some events and something else in others. */
const people: Readonly<Record<string, Field>> = { to: person, from: person };
const withPeople = /^(step\.(claimed|released|assigned|delegated|allotted|reviewerAdded|referred|reminded|substituteNamed)|request\.transferred|movement\.handedOver)$/;

export const relating: ReadonlySet<string> = new Set([...Object.keys(fields), "team"]);

/** Everything that an event is about: its case first, then what its fields name, then who did it. Each once for each part that it has. */
export function relatedObjects(event: TakenEvent): Related[] {
  const { stream, requestId, type, actor } = event;
  const data = saysOf(event.data);
  const of = stream.slice(0, stream.indexOf(":"));
  const about = caseOf(of, event);
  const named = Object.entries({ ...fields, ...(withPeople.test(type) && people) }).flatMap(([name, object]) => {
    const value = data[name];
    const found = typeof value === "string" ? object(value, event) : null;
    return found ? [{ ...found, qualifier: name }] : [];
  });
  const team = Array.isArray(data.team) ? data.team.map((id): Related => ({ objectId: personObject(String(id)), type: "person", qualifier: "team" })) : [];
  const permit = of === "request" && /^(permit|movement|discrepancy|revocation)\./.test(type) ? [{ objectId: permitObject(requestId), type: "permit", qualifier: "permit" }] : [];
  return [about, ...permit, ...named, ...team, ...parties(data), ...doers(actor)];
}

/** What the stream is of: a request by its own name, a part of the set-up and a working paper by theirs, anything else by that of its stream. */
function caseOf(of: string, { stream, requestId }: TakenEvent): Related {
  const id = stream.slice(of.length + 1);
  if (of === "request") return { objectId: requestObject(requestId), type: of, qualifier: of };
  if (of === "config") return { objectId: `setting:${id}`, type: "setting", qualifier: "setting" };
  if (of === "audit") return { objectId: `workingPaper:${id}`, type: "workingPaper", qualifier: "workingPaper" };
  return { objectId: stream, type: of, qualifier: of };
}

function parties(data: TakenEvent["data"]): Related[] {
  return ["home", "host"].flatMap((name) => {
    const { organisation } = saysOf(data[name]);
    return typeof organisation === "string" ? [{ objectId: organisationObject(organisation), type: "organisation", qualifier: name }] : [];
  });
}

function doers(actor: TakenEvent["actor"]): Related[] {
  const { person: who, desk: at, for: whom } = doerOf(actor);
  if (who === null) return [];
  return [
    { objectId: personObject(who), type: "person", qualifier: "done by" },
    ...(whom === null ? [] : [{ objectId: personObject(whom), type: "person", qualifier: "in the place of" }]),
    ...(at === null ? [] : [{ objectId: deskObject(at), type: "desk", qualifier: "done for" }]),
  ];
}
