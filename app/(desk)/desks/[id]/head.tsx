import { CommandForm } from "@/app/_request/command-form";
import { Panel } from "@/app/_ui/panel";
import type { DeskSettings } from "@/db/queries/desk-settings";
import { formers } from "@/lib/access/desk-head";
import { reader } from "@/lib/server/language";
import { nameHead } from "./actions";

/** Who heads the desk, and how whoever administers its organisation names another. */
export async function Head({ desk, may }: { desk: DeskSettings; /** Whether the reader names heads here. */ may: boolean }) {
  const { t, ui, format } = await reader();
  const heads = desk.officers.filter(({ isHead }) => isHead);
  return (
    <Panel title={t("pages.desk.head.title")} padded>
      <p className={heads.length > 0 ? undefined : "text-stop"}>{heads.length > 0 ? format.list(heads.map(({ name }) => name)) : t("pages.desk.head.nobody")}</p>
      {!may && <p className="max-w-read pt-2 text-sm text-ink-2">{t("pages.desk.head.whoNames")}</p>}
      {may && (
        <CommandForm
          compact
          folded={{ within: true, summary: t("pages.desk.head.name") }}
          action={nameHead}
          words={{ error: ui("error"), optional: ui("optional") }}
          fields={[
            { is: "hidden", name: "desk", value: desk.id },
            { is: "text", name: "person", label: t("pages.desk.head.person"), hint: t("pages.desk.head.personHint"), size: "md", inputMode: "email", list: desk.officers.filter(({ isHead }) => !isHead).map(({ email, name }) => ({ value: email, label: name })) },
            ...(heads.length > 0
              ? ([
                  { is: "select", name: "before", label: t("pages.desk.head.before"), options: heads.map(({ id, name }) => ({ value: id, label: name })), empty: t("pages.desk.head.beforeNone"), value: heads.length === 1 ? heads[0]?.id : undefined, optional: true },
                  { is: "one", name: "former", label: t("pages.desk.head.former"), options: formers.map((value) => ({ value, label: t(`pages.desk.head.${value}`) })), value: "officer" },
                ] as const)
              : []),
          ]}
          submits={[{ label: t("pages.desk.head.name"), look: "first" }]}
        />
      )}
    </Panel>
  );
}
