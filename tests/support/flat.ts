import { eventColumns, eventRow } from "../../lib/audit/export/event-table.ts";
import { eventLine } from "../../lib/audit/export/event-line.ts";
import { caseObjects } from "../../lib/audit/export/case-objects.ts";
import { ocelOf } from "../../lib/audit/export/ocel.ts";
import type { TakenEvent } from "../../lib/audit/export/taken-event.ts";
import { csvOf } from "../../lib/export/csv.ts";
import { ndjsonOf } from "../../lib/export/ndjson.ts";
import { xlsxOf } from "../../lib/export/xlsx.ts";
import { aCase, anEvent, request } from "./taken.ts";

/* Run by itself with little memory: writes a table of many events in one form to nowhere, and says how many characters or bytes it had. */

const [, , form = "", many = "0"] = process.argv;
const words = { head: (id: string) => id, type: (type: string) => type, kind: (kind: string) => kind, system: "system", erased: "erased" };
const columns = eventColumns(words);
const idOf = (at: number) => request.slice(0, -8) + at.toString(16).padStart(8, "0");

async function* events(): AsyncGenerator<TakenEvent[]> {
  for (let at = 0; at < Number(many); at += 500) {
    yield Array.from({ length: 500 }, (_, one) => {
      const id = idOf(Math.floor((at + one) / 10));
      const digest = (at + one).toString(16).padStart(64, "0");
      return anEvent({ requestId: id, stream: `request:${id}`, seq: (at + one) % 10, digest, hash: digest, data: { step: "biosafety", round: 1, conditions: [{ digest }] }, texts: { [digest]: { salt: digest.slice(0, 32), body: `Keep below -20 °C on the whole way, and say at ${at + one} when it was not. ${"x".repeat(200)}` } } });
    });
  }
}

async function* rows() {
  for await (const batch of events()) yield batch.map((event) => eventRow(event, words));
}

async function* lines() {
  for await (const batch of events()) yield batch.map(eventLine);
}

async function* objects(ids: readonly string[]) {
  for (let at = 0; at < ids.length; at += 100) yield ids.slice(at, at + 100).flatMap((id) => caseObjects(aCase(id)));
}

const forms = { csv: () => csvOf(columns, rows()), ndjson: () => ndjsonOf(lines()), xlsx: () => xlsxOf({ name: "Events", columns, about: { name: "About", rows: () => [] } }, rows()), ocel: () => ocelOf(events(), objects) };

let length = 0;
for await (const piece of forms[form as keyof typeof forms]()) length += piece.length;
process.stdout.write(String(length));
