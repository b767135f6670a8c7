import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor, PersonActor } from "../access/actor.ts";
import { localPath } from "./local-path.ts";
import { pathHeader } from "./request-path.ts";
import { sessionCookie } from "./sign-in-cookie.ts";
import { findSession } from "./sign-in-sessions.ts";

/** Who asks, found once a request: a person with a running session, or the public. */
export const currentActor: () => Promise<Actor> = cache(async () => {
  const token = await sessionToken();
  const person = token === undefined ? null : await findSession(token, new Date());
  return person ?? { kind: "public" };
});

/** The person who asks. Whoever is not signed in goes to the sign-in page and comes back here; a session that has ended is named there. */
export async function requireActor(): Promise<PersonActor> {
  const actor = await currentActor();
  if (actor.kind === "person") return actor;
  redirect(await signInPath());
}

/** Where to sign in and come back from: for links, and where `requireActor` leads. */
export async function signInPath(): Promise<string> {
  const next = await currentPath();
  const ended = (await sessionToken()) === undefined ? "" : "&ended=1";
  return `/sign-in?next=${encodeURIComponent(next)}${ended}`;
}

/** The path and query of the page that was asked for, or of the page a form was sent from. */
export async function currentPath(): Promise<string> {
  return localPath((await headers()).get(pathHeader));
}

/** What the session's cookie holds, whether or not it still stands for anybody. */
export async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie().name)?.value || undefined;
}
