import postgres from "postgres";

/** The role that owns and migrates, and the role that serves; the second may do only what migrations grant it. */
export const ownerRole = "causeway_owner";
export const servingRole = "causeway_app";

export type Passwords = { readonly superuser: string; readonly owner: string; readonly serving: string };

/** Makes both roles and the database where they are missing; doing it again changes nothing. With `afresh` the database is emptied first. */
export async function makeRoles(superuserUrl: string, { database, afresh }: { database: string; afresh: boolean }, passwords: Passwords): Promise<void> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql<{ roles: number; databases: number }[]>`
      select (select count(*)::int from pg_roles where rolname in (${ownerRole}, ${servingRole})) as roles,
             (select count(*)::int from pg_database where datname = ${database}) as databases`;
    if (found?.roles !== 2) {
      await makeRole(sql, ownerRole, passwords.owner);
      await makeRole(sql, servingRole, passwords.serving);
    }
    if (afresh) await sql.unsafe(`drop database if exists "${database}" with (force)`);
    if (afresh || found?.databases === 0) await makeDatabase(sql, database);
  } finally {
    await sql.end();
  }
}

/** Names and passwords are our own: words and base64url, so they need no quoting beyond this. */
async function makeRole(sql: postgres.Sql, name: string, password: string): Promise<void> {
  const [existing] = await sql`select 1 from pg_roles where rolname = ${name}`;
  if (existing) return;
  await sql.unsafe(`create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole password '${password}'`);
}

async function makeDatabase(sql: postgres.Sql, database: string): Promise<void> {
  await sql.unsafe(`create database "${database}" owner ${ownerRole}`);
  await sql.unsafe(`revoke all on database "${database}" from public`);
  await sql.unsafe(`grant connect, temporary on database "${database}" to ${servingRole}`);
}
