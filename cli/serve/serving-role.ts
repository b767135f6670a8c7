import type postgres from "postgres";
import { failure } from "../failure.ts";

/**
 * Refuses a serving role that could rewrite history: superuser, past row security, owner of `events`, or with a right to change or empty it.
 * What a role may become by membership counts as its own.
 */
export async function refuseTooManyRights(sql: postgres.Sql): Promise<void> {
  const [role] = await sql<{ name: string; superuser: boolean; bypass: boolean; owner: boolean; changes: string[] }[]>`
    with mine as (select * from pg_roles where pg_has_role(current_user, oid, 'member'))
    select current_user as name,
           (select coalesce(bool_or(rolsuper), false) from mine) as superuser,
           (select coalesce(bool_or(rolbypassrls), false) from mine) as bypass,
           coalesce((select relowner in (select oid from mine) from pg_class where oid = to_regclass('events')), false) as owner,
           array(select right_name from unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as right_name
                 where has_table_privilege(to_regclass('events'), right_name)
                    or right_name = 'UPDATE' and has_any_column_privilege(to_regclass('events'), 'UPDATE')) as changes`;
  if (!role) return;
  const refuse = (what: string) => failure(`DATABASE_URL: the serving role ${role.name} ${what}; give it a role of its own that may only do what migrations grant`);
  if (role.superuser) throw refuse("is a superuser");
  if (role.bypass) throw refuse("may bypass row security");
  if (role.owner) throw refuse("owns the table events");
  if (role.changes.length > 0) throw refuse(`may ${role.changes.join(", ")} on the table events`);
}

/** Makes the serving role named by `DATABASE_URL` when the owner may make roles and it is missing. */
export async function makeServingRole(owner: postgres.Sql, servingUrl: string): Promise<void> {
  const { username, password } = new URL(servingUrl);
  const [name, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
  const [state] = await owner<{ exists: boolean; may: boolean }[]>`
    select exists (select from pg_roles where rolname = ${name}) as exists,
           (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as may`;
  if (state?.exists || !name) return;
  if (!state?.may) throw failure(`DATABASE_URL: there is no role ${name}, and the role of DATABASE_OWNER_URL may not make one`);
  const [statement] = await owner<{ text: string }[]>`
    select format('create role %I login nosuperuser nobypassrls nocreatedb nocreaterole password %L', ${name}::text, ${secret}::text) as text`;
  await owner.unsafe(statement?.text ?? "");
  await owner.unsafe((await grantConnect(owner, name)) ?? "");
}

async function grantConnect(owner: postgres.Sql, name: string): Promise<string | undefined> {
  const [statement] = await owner<{ text: string }[]>`
    select format('grant connect, temporary on database %I to %I', current_database(), ${name}::text) as text`;
  return statement?.text;
}
