import { z } from "zod";
import type { FormState } from "@/app/(auth)/form-state";
import { headline } from "@/app/_request/headline";
import { propose } from "@/lib/dossier/propose";
import { rolesOf } from "@/lib/dossier/role";
import { startedId } from "@/lib/dossier/start";
import { queryIn, readAnswers } from "@/lib/finder/answers";
import type { RulesReader } from "@/lib/server/rules-in-force";

/** What a form that starts requests together asks for. The same form always comes to the same: its ids follow from the dossier's. */
export function chosenStart(values: FormState["values"], words: RulesReader): unknown {
  const { answers } = readAnswers(queryIn(new URLSearchParams(String(values.answers ?? ""))), words.language);
  const { kind, facts, claims } = answers;
  const id = String(values.id ?? "").toLowerCase();
  // The others' ids are made from it; what is none is refused as that.
  if (kind === null || !z.uuid().safeParse(id).success) return { id, title: values.title, start: null };
  const chosen = [values["with[]"] ?? []].flat();
  const proposals = propose(words.rules.packs, { kind, facts, claims }).filter((one) => chosen.includes(one.id));
  const ids = [0, ...proposals.map((_, at) => at + 1)].map((at) => startedId(id, at));
  return {
    id,
    title: values.title,
    start: [
      { id: ids[0], kind, role: rolesOf[kind][0], title: headline(kind, facts, words), facts, claims },
      ...proposals.map((one, at) => ({ id: ids[at + 1], kind: one.kind, role: one.role, title: headline(one.kind, one.facts, words), facts: one.facts, claims: one.claims })),
    ],
    dependencies: proposals.flatMap(({ id: rule, dependency }, at) => {
      if (!dependency) return [];
      const [waiting, awaits] = dependency.waits === "new" ? [ids[at + 1], ids[0]] : [ids[0], ids[at + 1]];
      return [{ waiting, awaits, until: dependency.until, reason: words.t(`dossier.proposals.${rule}.waits`) }];
    }),
  };
}
