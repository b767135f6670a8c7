import { asActor, closeDatabase } from "../../db/client.ts";
import { credentials, grants, people, roles } from "../../db/schema/people.ts";
import { standardRoles, type RoleId } from "../../lib/access/permission.ts";
import { hashPassword } from "../../lib/server/passwords.ts";
import { testDatabase } from "../support/database.ts";

export const password = "three tubes on dry ice";
export const mei = { id: "0198a000-0000-7000-8000-000000000001", email: "mei@hku.example", name: "Chan Mei", language: "zh-Hant" as const, organisation: "hku" };
export const rui = { id: "0198a000-0000-7000-8000-000000000002", email: "rui@um.example", name: "Rui Sequeira", language: "pt" as const, organisation: "um" };
/** Has left. */
export const gone = { id: "0198a000-0000-7000-8000-000000000003", email: "gone@um.example", name: "Ana Gone", language: "en" as const, organisation: "um", active: false };
/** Holds no role. */
export const guest = { id: "0198a000-0000-7000-8000-000000000004", email: "guest@um.example", name: "A Guest", language: "en" as const, organisation: "um" };

/** A database with four people; answers how to leave it. */
export async function authWorld(): Promise<() => Promise<void>> {
  const database = await testDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, AUTH_SECRET: "a secret of thirty-two characters", PUBLIC_URL: "http://localhost:3000" });
  const passwordHash = await hashPassword(password);
  const at = "2026-11-01T00:00:00.000Z";
  const everybody = [mei, rui, gone, guest];
  await asActor({ kind: "system" }, async (tx) => {
    await tx.insert(roles).values(Object.keys(standardRoles).map((id) => ({ id, permissions: [...standardRoles[id as RoleId]] }))).onConflictDoNothing();
    await tx.insert(people).values(everybody.map((person) => ({ ...person, createdAt: at })));
    await tx.insert(credentials).values(everybody.map(({ id }) => ({ personId: id, passwordHash, changedAt: at })));
    await tx.insert(grants).values([
      { personId: mei.id, role: "researcher", scopeKind: "organisation", scopeId: "hku" },
      { personId: mei.id, role: "desk-officer", scopeKind: "desk", scopeId: "hku.biosafety" },
      { personId: rui.id, role: "auditor", scopeKind: "everything", scopeId: "" },
    ]);
  });
  return async () => {
    await closeDatabase();
    await database.stop();
  };
}
