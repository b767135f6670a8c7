"use server";

import { z } from "zod";
import { leadTo } from "@/app/_ui/lead-to";
import { attemptAfter, fileOf, type FormState, textOf, withErrors } from "@/app/(auth)/form-state";
import { readTableFile, type TableFile } from "@/lib/kind/table-file";
import { readMovementTable } from "@/lib/permit/movement-table";
import type { Refusal } from "@/lib/request/refusal";
import { isAccepted } from "@/lib/server/answer";
import { execute } from "@/lib/server/execute";
import { foresee } from "@/lib/server/foresee";
import { type Reader, reader } from "@/lib/server/language";
import { columnName, movementNames } from "@/lib/server/movement-table";
import { movementsCalled } from "@/lib/server/movements-called";
import { requestDetail } from "@/lib/server/request-detail";
import { currentActor } from "@/lib/server/session";
import { endedSession } from "./ended";
import { malformedState, refusalSentence, refusedState } from "./outcome";
import { discrepancySentence } from "@/lib/server/discrepancy-words";
import { type MovementTableState, type PreviewTable, shownAtOnce, shownOfCell } from "./movement-table-state";

/** Looks at a table of movements, cell by cell; pressed again on a table that is right, records all of it. */
export async function sendMovementTable(before: MovementTableState, form: FormData): Promise<MovementTableState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values: FormState["values"] = { rows: textOf(form, "rows") };
  if (actor.kind !== "person") return endedSession(before, values, words);
  const [id, commandId] = [z.uuid().safeParse(textOf(form, "requestId")), z.uuid().safeParse(textOf(form, "commandId"))];
  if (!id.success || !commandId.success) return malformedState(before, words, values);
  const detail = await requestDetail(actor, id.data);
  if (!detail?.permit) return refusedState(before, null, words, values);
  const file = await tableIn(form);
  if (!file.ok) return withErrors(before, words.ui, [{ field: "file", message: words.t(`form.file.${file.code}`) }], values);

  const { kind, permit } = detail;
  const { unit } = permit.limit;
  const table = readMovementTable(file.text, { kind, unit, language: words.language, names: movementNames(kind, unit), movements: movementsCalled(detail.ledger) });
  // What was pasted stands there as it was; a file is not kept by browsers, so its rows are.
  const kept = { rows: fileOf(form, "file") ? file.text : textOf(form, "rows") };
  const command = { type: "recordMovements" as const, commandId: commandId.data, movements: [...table.movements] };
  if (table.problems.length === 0 && textOf(form, "act") === "record") {
    const answer = await execute(actor, id.data, command);
    if (isAccepted(answer)) leadTo(`/requests/${id.data}#ledger`);
    if ("notFound" in answer) return refusedState(before, answer, words, kept);
    return told(before, { table, refusals: answer.refusals, words, unit, kept });
  }
  if (table.problems.length > 0) return told(before, { table, refusals: table.problems, words, unit, kept });
  const against = await foresee(actor, id.data, command);
  if ("notFound" in against) return refusedState(before, against, words, kept);
  return told(before, { table, refusals: against.refusals, words, unit, kept });
}

/** What was chosen as a file counts before what was pasted. */
async function tableIn(form: FormData): Promise<TableFile> {
  const file = fileOf(form, "file");
  if (file) return readTableFile(new Uint8Array(await file.arrayBuffer()));
  const pasted = textOf(form, "rows");
  return pasted.trim() === "" ? { ok: true, text: "" } : readTableFile(new TextEncoder().encode(pasted));
}

type Told = { readonly table: ReturnType<typeof readMovementTable>; readonly refusals: readonly Refusal[]; readonly words: Reader; readonly unit: string; readonly kept: { readonly rows: string } };

function told(before: MovementTableState, { table, refusals, words, unit, kept }: Told): MovementTableState {
  const { language, t } = words;
  const problems = refusals.map((one) => ({ ...placeOf(one.path), message: messageOf(one, words, unit) }));
  const preview: PreviewTable = {
    columns: table.columns.map((id) => ({ id, name: columnName(id, language) })),
    rows: table.rows.map(({ line, cells }, at) => ({ line, cells: table.columns.map((id) => ({ text: (cells[id] ?? "").slice(0, shownOfCell), problems: problems.filter((one) => one.row === at && one.column === id).map(({ message }) => message) })), problems: problems.filter((one) => one.row === at && !table.columns.some((id) => id === one.column)).map(({ message }) => message) })),
  };
  if (refusals.length === 0) return { attempt: attemptAfter(before), errors: [], values: kept, done: t("ledger.table.ready", { count: table.rows.length }), table: preview };
  const line = (row: number) => table.rows[row]?.line ?? row + 1;
  const said = problems.map(({ row, column, message }) => {
    if (row === null) return message;
    const name = preview.columns.find(({ id }) => id === column)?.name;
    return name === undefined ? t("ledger.table.atRow", { row: line(row), message }) : t("ledger.table.at", { row: line(row), column: name, message });
  });
  const rest = said.length - shownAtOnce;
  const errors = [...said.slice(0, shownAtOnce), ...(rest > 0 ? [t("ledger.table.more", { count: rest })] : [])].map((message) => ({ field: "rows", message }));
  return { ...withErrors(before, words.ui, errors, kept), summary: t("ledger.table.wrong", { count: refusals.length }), table: preview };
}

/** The row and the column that a refusal is about. */
function placeOf(path = ""): { readonly row: number | null; readonly column: string | null } {
  const [, row, column = null] = /^movements\.(\d+)(?:\.(.+))?$/.exec(path) ?? [];
  return row === undefined ? { row: null, column: null } : { row: Number(row), column };
}

/** What somebody would have to explain is said in the words of the discrepancy that it would be. */
function messageOf(one: Refusal, words: Reader, unit: string): string {
  const sentence = refusalSentence(one, words);
  if (one.code !== "recordedAlone") return sentence;
  const { anomaly, found, expected } = one.params ?? {};
  const inUnit = anomaly === "overDeclared" ? unit : null;
  return words.format.sentences([discrepancySentence({ code: anomaly as "wrongControlPoint", found: String(found), expected: String(expected), unit: inUnit }, words), sentence]);
}
