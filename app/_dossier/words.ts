import type { Awaited, Standing } from "@/lib/dossier/until";
import { defaultWorkflows } from "@/lib/workflow/registry";
import { definitionAt } from "@/lib/workflow/step-name";
import type { Reader } from "@/lib/server/language";
import type { TagState } from "@/app/_ui/tag";
import type { LinkedItem } from "@/db/queries/linked-requests";

export const standingTag = { open: "moving", met: "done", ended: "stop" } as const satisfies Record<Standing, TagState>;

/** A request as the dossier calls it: its role and its number. */
export function called(request: string, detail: { readonly requests: readonly LinkedItem[] }, { t }: Pick<Reader, "t">): string {
  const one = detail.requests.find((other) => other.request === request);
  return one ? `${t(`dossier.role.${one.role}`)} ${one.number}` : "–";
}

/** What waits for what, as a sentence. */
export function waitSentence({ waiting, awaits, until, step }: Awaited & { readonly waiting: string; readonly awaits: string }, words: Reader): string {
  return words.t("dossier.waits.sentence", { waiting, awaits, until, step: step === null ? "" : stepTitle(step, words) });
}

/** A step's name wherever one of our workflows has it: the request it belongs to may be one that the reader does not see. */
export function stepTitle(id: string, { language }: Pick<Reader, "language">): string {
  return definitionAt(Object.values(defaultWorkflows).flatMap(({ steps }) => steps), id)?.name[language] ?? id;
}
