import { Button, ButtonLink } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/inputs";
import { TextField } from "@/app/_ui/text-field";
import { More } from "@/app/_ui/panel";
import { movers } from "@/db/queries/whose-move";
import { listSorts } from "@/db/queries/list-order";
import { formKinds } from "@/lib/kind/registry";
import { requestStatuses } from "@/lib/request/state";
import { reader } from "@/lib/server/language";
import { type ListSearch, places } from "./search";

/** The filters of the list: a plain form, so that what is asked stands in the address and can be kept as a link. */
export async function Filters({ search, desks }: { search: ListSearch; desks: readonly { readonly id: string; readonly name: string }[] }) {
  const { t, ui } = await reader();
  const any = t("pages.list.any");
  const place = (name: "from" | "to") => <SelectField question={{ t: ui, name, label: t(`pages.list.${name}`) }} empty={any} options={places.map((value) => ({ value, label: ui(`jurisdiction.${value}`) }))} defaultValue={search[name] ?? ""} />;
  const folded = [search.kind, search.from, search.to, search.desk, search.whose, search.sort === "newest" ? undefined : search.sort].filter((one) => one !== undefined).length;
  return (
    <form method="get" data-screen className="pb-4">
      <div className="flex flex-wrap items-end gap-3">
        <TextField question={{ t: ui, name: "q", label: t("pages.list.search"), hint: t("pages.list.searchHint") }} type="search" size="lg" defaultValue={search.q ?? ""} />
        <SelectField question={{ t: ui, name: "status", label: t("pages.list.status") }} empty={any} options={requestStatuses.map((value) => ({ value, label: ui(`status.${value}`) }))} defaultValue={search.status ?? ""} />
        <Button look="first">{ui("act.search")}</Button>
        {(folded > 0 || search.q || search.status) && <ButtonLink href="/requests" look="quiet">{t("pages.list.clear")}</ButtonLink>}
      </div>
      <div className="mt-3 rounded-panel border border-line bg-paper [&>details]:border-t-0">
        <More open={folded > 0} summary={folded > 0 ? t("pages.list.moreSet", { count: folded }) : t("pages.list.more")}>
          <div className="flex flex-wrap items-end gap-3 px-4 py-4 sm:px-5">
            <SelectField question={{ t: ui, name: "whose", label: t("pages.list.whose") }} empty={any} options={movers.map((value) => ({ value, label: t(`pages.list.mover.${value}`) }))} defaultValue={search.whose ?? ""} />
            {place("from")}
            {place("to")}
            {formKinds.length > 1 && <SelectField question={{ t: ui, name: "kind", label: t("pages.list.kind") }} empty={any} options={formKinds.map((value) => ({ value, label: ui(`kind.${value}`) }))} defaultValue={search.kind ?? ""} />}
            {desks.length > 0 && <SelectField question={{ t: ui, name: "desk", label: t("pages.list.desk") }} empty={any} options={desks.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={search.desk ?? ""} />}
            <SelectField question={{ t: ui, name: "sort", label: t("pages.list.sort") }} options={listSorts.map((value) => ({ value, label: t(`pages.list.sorted.${value}`) }))} defaultValue={search.sort} />
          </div>
        </More>
      </div>
    </form>
  );
}
