import { randomBytes } from "node:crypto";
import { count } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { asActor, asReader } from "../../db/client.ts";
import { credentials, people } from "../../db/schema/people.ts";
import { Change } from "../access/configuration.ts";
import { isRor } from "../kind/identifiers.ts";
import { jurisdictionOf, isCity } from "../place/cities.ts";
import { institutionDesks } from "./demo/desks.ts";
import { emailAddress } from "../access/email-address.ts";
import { hashPassword } from "./passwords.ts";
import { publish } from "./publish.ts";
import { publishShipped } from "./publish-shipped.ts";
import { standardRoleChanges } from "./standard-roles.ts";

export type Beginning = { readonly organisation: string; readonly name: string; readonly jurisdiction: string; readonly city: string; readonly email: string; readonly person: string; readonly ror: string | null };

/** Sets up an empty installation: roles, workflows, one organisation with its desks, and its administrator. Twice is refused. */
export async function beginInstallation(asked: Beginning): Promise<{ readonly email: string; readonly password: string } | { readonly problem: string }> {
  const system = { kind: "system" } as const;
  const email = emailAddress(asked.email);
  if (!email) return { problem: `${asked.email} is not an e-mail address` };
  if (asked.ror !== null && !isRor(asked.ror)) return { problem: `${asked.ror} is not a ROR identifier` };
  if (!isCity(asked.city) || jurisdictionOf(asked.city) !== asked.jurisdiction) return { problem: `${asked.city} is not a city of ${asked.jurisdiction} that we know` };
  const [row] = await asReader(system, (tx) => tx.select({ heads: count() }).from(people));
  if ((row?.heads ?? 0) > 0) return { problem: "this installation has people already" };
  const id = newId();
  const changes = changesOf(asked, id, email);
  const wrong = changes.map((change) => Change.safeParse(change)).find((parsed) => !parsed.success);
  if (wrong?.error) return { problem: wrong.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ") };
  await publishShipped();
  await publish(system, changes);
  const password = randomBytes(15).toString("base64url");
  const passwordHash = await hashPassword(password);
  await asActor(system, (tx) => tx.insert(credentials).values({ personId: id, passwordHash, changedAt: new Date().toISOString() }));
  return { email, password };
}

function changesOf({ organisation, name, jurisdiction, city, person, ror }: Beginning, id: string, email: string): Change[] {
  const scope = { kind: "organisation", id: organisation } as const;
  const names = { en: name, "zh-Hant": name, "zh-Hans": name, pt: name };
  return [
    ...standardRoleChanges(),
    { of: "organisation", id: organisation, ror, names, jurisdiction: jurisdiction as "HK", city, type: "university" },
    ...institutionDesks.map((desk): Change => ({ of: "desk", id: `${organisation}.${desk.function}`, organisation, function: desk.function, names: desk.names, programmes: [], controlPoints: [] })),
    { of: "person", id, email, name: person, language: "en", organisation, active: true },
    { of: "grants", person: id, grants: [{ role: "organisation-admin", scope }, { role: "platform-admin", scope: { kind: "everything" } }] },
  ];
}
