import { listOrganisations } from "@/db/queries/organisations";
import type { PersonActor } from "@/lib/access/actor";
import { strataNamed, type StratumBy } from "@/lib/audit/sampling/asked";
import type { Reader } from "@/lib/server/language";
import { desksInFull } from "@/lib/server/place-names";

/** What strata are called, by the names they have in a paper: a function, once the desks and institutions among them are known. */
export async function stratumWords(actor: PersonActor, { by, strata }: { readonly by: readonly StratumBy[]; readonly strata: readonly string[] }, { t, ui, format, language }: Reader): Promise<(stratum: string) => string> {
  const desks = by.includes("desk") ? await desksInFull(actor, strata.map((one) => strataNamed(one, by).desk ?? ""), language) : {};
  const organisations = by.includes("organisation") ? await listOrganisations() : [];
  const place = (code: string) => (t.has(`ui.jurisdiction.${code}`) ? ui(`jurisdiction.${code as "CN"}`) : code);
  const word = {
    kind: (value) => (t.has(`ui.kind.${value}`) ? ui(`kind.${value as "sample"}`) : value),
    corridor: (value) => value.split(">").map(place).join(" → "),
    outcome: (value) => (t.has(`ui.status.${value}`) ? ui(`status.${value as "approved"}`) : value),
    month: (value) => format.month(value),
    desk: (value) => desks[value] ?? (value === "-" ? t("papers.noDesk") : value),
    organisation: (value) => organisations.find(({ id }) => id === value)?.names[language] ?? value,
  } as const satisfies Record<StratumBy, (value: string) => string>;
  return (stratum) => {
    const parts = strataNamed(stratum, by);
    return by.map((one) => word[one](parts[one] ?? "")).join(" · ");
  };
}
