import type { Metadata } from "next";
import { ChoiceForm } from "@/app/account/choice-form";
import { DefinitionList } from "@/app/_ui/definition-list";
import { htmlLanguage } from "@/lib/html-language";
import { languages, ownNames } from "@/lib/language";
import type { Grant } from "@/lib/access/permission";
import { reader } from "@/lib/server/language";
import { placeNames } from "@/lib/server/place-names";
import { requireActor } from "@/lib/server/session";
import type { Translator } from "@/lib/server/translate";
import { AccountFrame } from "./frame";
import { saveAccount } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("account.title") };
}

export default async function AccountPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { t, ui, language }, { done }] = await Promise.all([requireActor(), reader(), searchParams]);
  const names = await placeNames(actor, language);
  const roles = actor.grants.map((grant) => <li key={`${grant.role} ${scopeId(grant)}`}>{roleLine(grant, names, t)}</li>);
  return (
    <AccountFrame tab="/account" done={done === "saved" ? t("account.saved") : undefined}>
      <div className="grid gap-10 lg:grid-cols-2">
        <ChoiceForm
          action={saveAccount}
          words={{ error: ui("error") }}
          submit={t("account.you.save")}
          fields={[
            { is: "text", name: "name", label: t("account.you.name"), hint: t("account.you.nameHint"), autoComplete: "name", value: actor.name },
            {
              is: "one",
              name: "language",
              label: t("account.you.language"),
              hint: t("account.you.languageHint"),
              options: languages.map((value) => ({ value, label: ownNames[value], lang: htmlLanguage[value] })),
              chosen: [actor.language],
            },
          ]}
        />
        <DefinitionList
          answers={[
            { term: t("account.you.email"), value: actor.email },
            { term: t("account.you.organisation"), value: actor.organisation === null ? undefined : (names[actor.organisation] ?? actor.organisation) },
            { term: t("account.you.roles"), value: roles.length > 0 ? <ul>{roles}</ul> : t("account.you.noRoles") },
          ]}
        />
      </div>
    </AccountFrame>
  );
}

function roleLine({ role, scope }: Grant, names: Readonly<Record<string, string>>, t: Translator): string {
  const key = `account.role.${role}`;
  const where = scope.kind === "everything" ? t("account.you.everything") : scope.kind === "jurisdiction" ? t(`ui.jurisdiction.${scope.id}`) : (names[scope.id] ?? scope.id);
  // An installation may have roles of its own, which bring no words.
  return `${t.has(key) ? t(key) : role} · ${where}`;
}

function scopeId({ scope }: Grant): string {
  return scope.kind === "everything" ? "" : scope.id;
}
