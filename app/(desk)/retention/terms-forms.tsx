import { CommandForm } from "@/app/_request/command-form";
import { Panel } from "@/app/_ui/panel";
import type { Text } from "@/lib/language";
import { noTerms } from "@/lib/retention/due";
import { keepingRules } from "@/lib/retention/keeping";
import { reader } from "@/lib/server/language";
import { termsByOrganisation } from "@/lib/server/retention";
import { setRetention } from "./actions";

/** How long each institution keeps what it may keep longer, and whether what is due goes by itself. */
export async function TermsForms({ organisations }: { organisations: readonly { readonly id: string; readonly names: Text }[] }) {
  const [{ language, t, ui }, terms] = await Promise.all([reader(), termsByOrganisation()]);
  return organisations.slice(0, 5).map(({ id, names }) => {
    const { years, automatic } = terms.get(id) ?? noTerms;
    return (
      <Panel key={id} title={t("retention.terms.title", { organisation: names[language] })} padded screen>
        <CommandForm
          compact
          folded={{ within: true, summary: t("retention.terms.change") }}
          action={setRetention}
          words={{ error: ui("error"), optional: ui("optional") }}
          fields={[
            { is: "hidden", name: "organisation", value: id },
            ...keepingRules.map((rule) => ({ is: "text", name: `years.${rule.id}`, label: t("retention.terms.years", { law: rule.law[language] }), hint: t("retention.terms.least", { years: rule.years, certainty: t(`retention.certainty.${rule.certainty}`) }), size: "xs", inputMode: "decimal", optional: true, value: String(years[rule.id] ?? "") }) as const),
            { is: "yesno", name: "automatic", label: t("retention.terms.automatic"), options: [{ value: "yes", label: t("retention.terms.yes") }, { value: "no", label: t("retention.terms.no") }], value: automatic ? "yes" : "no" },
          ]}
          submits={[{ label: t("retention.terms.save") }]}
        />
      </Panel>
    );
  });
}
