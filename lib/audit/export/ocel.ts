import type { Batches } from "../../export/table.ts";
import { eventAttributes, eventTypeNames, objectTypes } from "./ocel-types.ts";
import { relatedObjects } from "./ocel-related.ts";
import type { TakenEvent } from "./taken-event.ts";

/** An object of a log with its attributes and what it belongs to, as the read tables have it. */
export type OcelObject = { readonly id: string; readonly type: string; readonly attributes: readonly { readonly name: string; readonly value: string; readonly time: string }[]; readonly relationships: readonly { readonly objectId: string; readonly qualifier: string }[] };

/**
 * Events as an object-centric event log, OCEL 2.0 in its JSON form (ocel-standard.org). `objectsOf` is asked for what the
 * events name once they are written: the published form has them in one list after the events, so that the ids of the
 * objects, and nothing else, are kept until then. Whatever `objectsOf` does not know stands there with its id alone, so that no relation
 * leads nowhere. Values are text, as the published schema wants them.
 */
export async function* ocelOf(batches: Batches<TakenEvent>, objectsOf: (ids: readonly string[]) => AsyncIterable<readonly OcelObject[]>): AsyncGenerator<string> {
  yield `{"objectTypes":${JSON.stringify(objectTypes)},\n"eventTypes":${JSON.stringify(eventTypeNames.map((name) => ({ name, attributes: eventAttributes(name).map(({ name: attribute, type }) => ({ name: attribute, type })) })))},\n"events":[`;
  const bare = new Map<string, string>();
  const cases = new Set<string>();
  let between = "\n";
  for await (const events of batches) {
    const written = events.map((event) => {
      const related = relatedObjects(event);
      for (const { objectId, type } of related) bare.set(objectId, type);
      if (event.stream.startsWith("request:")) cases.add(event.requestId);
      return JSON.stringify(eventOf(event, related));
    });
    if (written.length === 0) continue;
    yield between + written.join(",\n");
    between = ",\n";
  }
  yield `\n],\n"objects":[`;
  between = "\n";
  for await (const objects of objectsOf([...cases].toSorted())) {
    if (objects.length === 0) continue;
    for (const { id, type, relationships } of objects) {
      bare.set(id, "");
      for (const { objectId } of relationships) if (!bare.has(objectId)) bare.set(objectId, typeOfId(objectId, type));
    }
    yield between + objects.map((one) => JSON.stringify(one)).join(",\n");
    between = ",\n";
  }
  const rest = [...bare].filter(([, type]) => type !== "").toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (let at = 0; at < rest.length; at += 500) {
    yield between + rest.slice(at, at + 500).map(([id, type]) => JSON.stringify({ id, type, attributes: [], relationships: [] })).join(",\n");
    between = ",\n";
  }
  yield "\n]}\n";
}

function eventOf(event: TakenEvent, related: ReturnType<typeof relatedObjects>): object {
  const { stream, seq, type, at } = event;
  return {
    id: `${stream}/${seq}`,
    type,
    time: at,
    attributes: eventAttributes(type).flatMap(({ name, of }) => {
      const value = of(event);
      return value === null ? [] : [{ name, value }];
    }),
    relationships: related.map(({ objectId, qualifier }) => ({ objectId, qualifier })),
  };
}

/** Ids of objects that only read tables name begin with their type. */
function typeOfId(id: string, otherwise: string): string {
  return objectTypes.find(({ name }) => id.startsWith(`${name}:`))?.name ?? otherwise;
}
