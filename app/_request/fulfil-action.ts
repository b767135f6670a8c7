"use server";

import { refresh } from "next/cache";
import { v5 as idFrom } from "uuid";
import { z } from "zod";
import { fileOf, type FormState, namesIn } from "@/app/(auth)/form-state";
import { FulfilObligation } from "@/lib/request/commands/fulfil-obligation";
import { isAccepted } from "@/lib/server/answer";
import { attachDocument } from "@/lib/server/documents";
import { execute } from "@/lib/server/execute";
import { foresee } from "@/lib/server/foresee";
import { reader } from "@/lib/server/language";
import { currentActor } from "@/lib/server/session";
import { sendCommand } from "./actions";
import { endedSession } from "./ended";
import { leadOn } from "./lead-on";
import { malformedState, refusedState, unreadState } from "./outcome";
import { saidIn } from "./said-in";
import { valuesOf } from "./typed-values";

/** Says that an obligation is met, with a paper that came in the same form where there is one. Should it be refused after all, because something came between, the paper stays attached and is the one chosen. */
export async function fulfilWithPaper(before: FormState, form: FormData): Promise<FormState> {
  const file = fileOf(form, "file");
  const state = file ? await attachAndFulfil(before, form, file) : await sendCommand(before, form);
  // A request without papers has none to choose from, so a new one is what is wanting.
  return namesIn(form).includes("document") ? state : { ...state, errors: state.errors.map((error) => (error.field === "document" ? { ...error, field: "file" } : error)) };
}

async function attachAndFulfil(before: FormState, form: FormData, file: File): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const { requestId, next, ...rest } = saidIn(form, words.language);
  const [id, commandId] = [z.uuid().safeParse(requestId), z.uuid().safeParse(rest.commandId)];
  if (!id.success || !commandId.success) return malformedState(before, words, values);
  // Nothing is attached for what is refused anyway.
  const paperId = idFrom("paper", commandId.data);
  const said = FulfilObligation.safeParse({ ...rest, document: paperId });
  if (!said.success) return unreadState(before, said.error, words, values);
  const against = await foresee(actor, id.data, said.data);
  const refusals = "refusals" in against ? against.refusals.filter(({ code }) => code !== "unknownDocument") : [];
  if ("notFound" in against) return refusedState(before, against, words, values);
  if (refusals.length > 0) return refusedState(before, { refusals }, words, values);
  const attached = await attachDocument(actor, id.data, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), paper: null, commandId: paperId });
  if (!isAccepted(attached) || !attached.document) return refusedState(before, attached, words, values);
  const answer = await execute(actor, id.data, { ...said.data, document: attached.document.id });
  if (isAccepted(answer)) leadOn(next, id.data);
  refresh();
  return refusedState(before, answer, words, { ...values, document: attached.document.id });
}
