import type postgres from "postgres";
import { personActor } from "../../lib/server/person.ts";
import { requestDetail } from "../../lib/server/request-detail.ts";

/** Who may do something, on which request, at which step; `known` are fields of its form that name something there. */
export type Place = { readonly as: string; readonly request: string; readonly step?: string; readonly known?: Readonly<Record<string, string>> };

/** For each command somebody of the demonstration who may give it: looked for among a few requests of each status and those who have to do with them. */
export async function whoMay(owner: postgres.Sql): Promise<ReadonlyMap<string, Place>> {
  const found = new Map<string, Place>();
  const asked = await owner<{ id: string; email: string }[]>`
    with few as (select *, row_number() over (partition by status order by changed_at desc) as nth from requests)
    select distinct r.request_id as id, p.email, r.nth from few r join people p on p.active and (p.id = r.requester or exists (select 1 from grants g join steps s on s.request_id = r.request_id and s.desk = g.scope_id where g.person_id = p.id and g.scope_kind = 'desk'))
    where r.nth <= 6
    union select d.request_id, p.email, 0 from (select * from drafts order by request_id limit 3) d join people p on p.id = d.requester order by 3, 1`;
  for (const { id, email } of asked) {
    const actor = await personActor(email);
    const detail = actor && (await requestDetail(actor, id));
    if (!detail) continue;
    const known = {
      "quantity.unit": detail.permit?.limit.unit ?? "", "quantity.value": "1", "total.unit": detail.permit?.limit.unit ?? "", movement: detail.ledger.at(-1)?.id ?? id, discrepancy: detail.discrepancies.at(-1)?.id ?? id,
      requirement: detail.requirements.find(({ status }) => status === "open")?.id ?? "", at: new Date().toISOString(), stage: "departed",
    };
    for (const { command, step, allowed } of detail.allowed) if (allowed && !found.has(command)) found.set(command, { as: email, request: id, ...(step !== undefined && { step }), known });
  }
  return found;
}
