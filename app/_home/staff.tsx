import { Stack } from "@/app/_ui/columns";
import { EmptyState } from "@/app/_ui/empty-state";
import { DefinitionList } from "@/app/_ui/definition-list";
import { Panel } from "@/app/_ui/panel";
import { RowList } from "@/app/_ui/row-list";
import { Tag } from "@/app/_ui/tag";
import { staffOf } from "@/db/queries/staff";
import type { PersonActor } from "@/lib/access/actor";
import { holdsAnywhere } from "@/lib/access/can";
import { reader } from "@/lib/server/language";

/** What an administrator answers for: desks with nobody or only one person at them, people without a role. */
export async function StaffWork({ actor }: { actor: PersonActor }) {
  const [{ language, t, format }, staff] = await Promise.all([reader(), staffOf(actor)]);
  if (staff === null) return null;
  const [none, one] = [0, 1].map((people) => staff.desks.filter((desk) => desk.staff === people));
  const several = new Set(staff.desks.map(({ organisationNames }) => organisationNames.en)).size > 1;
  // One's own few desks are shown all; of many, those that nobody staffs.
  const shown = several ? (none ?? []).slice(0, 30) : staff.desks;
  const sets = holdsAnywhere(actor, "desk.manage");
  const unassigned = (
    <Panel title={t("home.staff.without")} padded={staff.withoutRole.length === 0}>
      {staff.withoutRole.length === 0 ? <EmptyState>{t("home.staff.withoutNone")}</EmptyState> : <RowList items={staff.withoutRole.map(({ id, name, email }) => ({ id, title: name, detail: email }))} />}
    </Panel>
  );
  return (
    <>
      <Stack>
        <Panel title={t("home.staff.desks")} count={t("home.staff.desksCount", { count: staff.desks.length, empty: none?.length ?? 0 })}>
          <p className="px-4 py-3 text-sm text-ink-2 sm:px-5">{t("home.staff.thin", { count: one?.length ?? 0 })}</p>
          {shown.length > 0 && (
            <div className="border-t border-line">
              <RowList items={shown.map(({ id, names, organisationNames, staff: people }) => ({ id, title: sets ? <a href={`/desks/${id}`}>{names[language]}</a> : names[language], detail: several ? organisationNames[language] : undefined, end: people === 0 ? <Tag state="stop">{t("home.staff.nobody")}</Tag> : <span className="text-ink-2">{t("home.staff.people", { count: people })}</span> }))} />
            </div>
          )}
        </Panel>
        {/* Beside many organisations' people there is room here, and none beside one's own desks. */}
        {several && unassigned}
      </Stack>
      <Stack>
        <Panel title={t("home.staff.title")} padded>
          <DefinitionList shape="counts" answers={[{ term: t("home.staff.active"), value: format.number(staff.people) }, ...(several ? [{ term: t("home.staff.organisations"), value: format.number(staff.organisations) }] : []), ...staff.roles.map(({ role, people }) => ({ term: t(`account.role.${role}`), value: format.number(people) }))]} />
        </Panel>
        {!several && unassigned}
      </Stack>
    </>
  );
}
