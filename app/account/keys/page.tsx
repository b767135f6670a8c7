import type { Metadata } from "next";
import { ChoiceForm } from "@/app/account/choice-form";
import { Button } from "@/app/_ui/button";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { Panel } from "@/app/_ui/panel";
import { holdsAnywhere } from "@/lib/access/can";
import { keyScopes } from "@/lib/access/configuration";
import { listKeys } from "@/lib/server/keys";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { endKey, makeKey } from "../actions";
import { AccountFrame } from "../frame";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("account.keys.title") };
}

export default async function KeysPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { t, ui, format }, { done }] = await Promise.all([requireActor(), reader(), searchParams]);
  const keys = await listKeys(actor);
  return (
    <AccountFrame tab="/account/keys" done={done === "revoked" ? t("account.keys.revoked") : undefined} lead={t("account.keys.lead")}>
      <div className="grid gap-10">
        <Panel padded={keys.length === 0}>
          {keys.length === 0 ? (
            <EmptyState>{t("account.keys.none")}</EmptyState>
          ) : (
            <DataTable
              caption={t("account.keys.title")}
              rows={keys}
              keyOf={({ id }) => id}
              columns={[
                { id: "name", head: t("account.keys.name"), look: "wide", cell: ({ name }) => name },
                { id: "scopes", head: t("account.keys.scopes"), look: "short", cell: ({ scopes }) => format.list(scopes.map((scope) => t(`account.keys.scope.${scope}`))) },
                { id: "created", head: t("account.keys.created"), look: "short", cell: ({ createdAt }) => format.dateTime(createdAt) },
                { id: "used", head: t("account.keys.used"), look: "short", cell: ({ usedAt }) => (usedAt === null ? t("account.keys.never") : format.dateTime(usedAt)) },
                {
                  id: "act",
                  head: t("account.keys.act"),
                  bare: true,
                  look: "short",
                  cell: ({ id, name }) => (
                    <form action={endKey}>
                      <input type="hidden" name="id" value={id} />
                      <Button size="toolbar" look="danger" aria-label={t("account.keys.revokeNamed", { name })}>{t("account.keys.revoke")}</Button>
                    </form>
                  ),
                },
              ]}
            />
          )}
        </Panel>
        {holdsAnywhere(actor, "key.issue") ? (
          <ChoiceForm
            action={makeKey}
            words={{ error: ui("error") }}
            submit={t("account.keys.create")}
            fields={[
              { is: "text", name: "name", label: t("account.keys.name"), hint: t("account.keys.nameHint"), autoComplete: "off" },
              { is: "some", name: "scopes", label: t("account.keys.scopes"), chosen: ["read"], options: keyScopes.map((value) => ({ value, label: t(`account.keys.scope.${value}`), help: t(`account.keys.scopeHelp.${value}`) })) },
            ]}
          />
        ) : (
          <p className="text-ink-2">{t("account.keys.notAllowed")}</p>
        )}
      </div>
    </AccountFrame>
  );
}
