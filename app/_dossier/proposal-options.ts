import type { Choice } from "@/app/_ui/choices";
import type { Proposal } from "@/lib/dossier/propose";
import type { Reader } from "@/lib/server/language";

/** The proposed requests as boxes to tick: what each is, why it is needed, what waits for what, and how many answers carry over. */
export function proposalOptions(proposals: readonly Proposal[], { t, ui, language, format }: Reader): Choice[] {
  return proposals.map(({ id, kind, role, dependency, facts }) => ({
    value: id,
    // Of people alone there are several roles.
    label: kind === "person" ? format.aside(ui(`kind.${kind}`), t(`dossier.role.${role}`)) : ui(`kind.${kind}`),
    help: [t(`dossier.proposals.${id}.why`), ...(dependency ? [t(`dossier.proposals.${id}.waits`)] : []), t("dossier.finder.carried", { count: Object.keys(facts).length })].join(language.startsWith("zh") ? "" : " "),
  }));
}
