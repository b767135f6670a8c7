import type { PersonActor } from "@/lib/access/actor";
import type { Language } from "@/lib/language";
import { desksInFull, organisationNames } from "@/lib/server/place-names";
import type { Asked } from "@/lib/working-paper/asked";

/** How those are called that findings ask: desks, each with its institution, and organisations. */
export async function askedName(actor: PersonActor, findings: readonly Asked[], language: Language): Promise<(asked: Asked) => string> {
  const ids = (of: keyof Asked) => findings.flatMap((one) => one[of] ?? []);
  const [desks, organisations] = await Promise.all([desksInFull(actor, ids("desk"), language), organisationNames(actor, ids("organisation"), language)]);
  return ({ desk, organisation }) => (desk !== null ? (desks[desk] ?? desk) : (organisations[organisation ?? ""] ?? organisation ?? ""));
}
