import type { World } from "./demo-world.ts";
import type { Asked } from "./query-calls.ts";

/** What queries are asked about: one of everything that there is, the first or another; of dossiers, accounts and papers, of which there are few, it begins anew. */
export async function somethingOfEach(world: World, nth = 0): Promise<Asked> {
  const one = async <T extends object>(query: string) => {
    const rows = await world.owner.unsafe<T[]>(`${query} order by 1 limit 50`);
    return (rows[nth % rows.length] ?? {}) as T;
  };
  const { request, number, requester, title } = await one<{ request: string; number: string; requester: string; title: string }>(`select r.request_id as request, r.number, r.requester, r.title from requests r where ${nth % 2 === 0 ? "exists (select from permits p where p.request_id = r.request_id)" : "exists (select from dossier_requests d where d.request_id = r.request_id)"}`);
  const { desk, organisation } = await one<{ desk: string; organisation: string }>("select distinct s.desk, d.organisation from steps s join desks d on d.id = s.desk where s.status = 'open'");
  const account = await one<{ id: string; organisation: string; quota: string; year: number; desk: string }>("select account_id as id, organisation, quota, year, desk from accounts");
  const { dossier } = await one<{ dossier: string }>("select distinct dossier_id as dossier from dossier_requests");
  const { permit } = await one<{ permit: string }>("select number as permit from permits");
  const workflow = await one<{ id: string; version: number; kind: string }>("select id, version, kind from workflows");
  const { regime } = await one<{ regime: string }>("select distinct requirement_id as regime from requirements");
  const { paper } = await one<{ paper: string }>("select p.paper_id as paper from working_papers p join events e on e.request_id = p.paper_id and e.type = 'finding.raised'");
  const { access } = await one<{ access: string }>("select id as access from break_glass");
  return { request, number, requester, title, desk, organisation, account, dossier, permit, workflow, regime, paper, access };
}
