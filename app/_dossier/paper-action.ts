"use server";

import { z } from "zod";
import { type FormState, withErrors } from "@/app/(auth)/form-state";
import { endedSession } from "@/app/_request/ended";
import { leadOn } from "@/app/_request/lead-on";
import { refusedState } from "@/app/_request/outcome";
import { valuesOf } from "@/app/_request/typed-values";
import { isAccepted } from "@/lib/server/answer";
import { reader } from "@/lib/server/language";
import { currentActor } from "@/lib/server/session";
import { sharePaper } from "@/lib/server/shared-papers";

const Chosen = z.object({ requestId: z.uuid(), commandId: z.uuid(), from: z.string().regex(/^[0-9a-f-]{36}\/[0-9a-f-]{36}$/) });

/** Takes a paper of another request of the dossier. */
export async function takeSharedPaper(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const chosen = Chosen.safeParse(values);
  if (!chosen.success) return withErrors(before, words.ui, [{ field: "from", message: words.t("pages.fillIn") }], values);
  const { requestId, commandId } = chosen.data;
  const [from = "", document = ""] = chosen.data.from.split("/");
  const { answer } = await sharePaper(actor, requestId, { from, document, commandId });
  if (isAccepted(answer)) leadOn(values.next, requestId);
  return refusedState(before, answer, words, values);
}
