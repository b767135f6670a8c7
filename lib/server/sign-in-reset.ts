import { and, eq, gt, isNull } from "drizzle-orm";
import { asActor, asReader, type ScopedTx } from "../../db/client.ts";
import { credentials, passwordResets, people } from "../../db/schema/people.ts";
import type { Language } from "../language.ts";
import { letter, paragraphs } from "../notice/letter.ts";
import { emailAddress } from "../access/email-address.ts";
import { sendMail } from "./mail.ts";
import { hashPassword, type PasswordProblem, passwordProblems } from "./passwords.ts";
import { type Allowance, countAttempt } from "./rate-limit.ts";
import { settings } from "./settings.ts";
import { endSessionsOf } from "./sign-in-sessions.ts";
import { newToken, tokenHash } from "./token.ts";
import { translator } from "./translate.ts";

const signInActor = { kind: "signIn" } as const;
/** How long a link for a new password works. */
const linkMinutes = 60;

/** Whether somebody may ask for a link now: five an hour for one e-mail address, thirty from one network address. It says nothing about who has an account. */
export async function mayAskForReset(email: string, address: string, now: Date): Promise<Allowance> {
  return countAttempt(
    [
      { name: "reset-email", of: emailAddress(email) ?? "", most: 5, minutes: 60 },
      { name: "reset-address", of: address, most: 30, minutes: 60 },
    ],
    now,
  );
}

/**
 * Mails a link for a new password to whoever has an account with this address; to anybody else nothing happens.
 * Run it after the answer is sent, so that neither its words nor its time tell the two apart.
 */
export async function sendReset(email: string, now: Date): Promise<void> {
  const address = emailAddress(email);
  const person = address === undefined ? undefined : await findByEmail(address);
  if (!person) return;
  const token = newToken();
  const expiresAt = new Date(now.getTime() + linkMinutes * 60_000).toISOString();
  await asActor(signInActor, (tx) => tx.insert(passwordResets).values({ tokenHash: tokenHash(token), personId: person.id, expiresAt }));
  const t = translator(person.language);
  const link = `${settings().PUBLIC_URL}/reset?token=${token}`;
  await sendMail({ to: person.email, ...letter(person.language, t("auth.mail.reset.subject"), paragraphs(t("auth.mail.reset.text", { name: person.name, link }), link)) });
}

/** Whether a link still works. Looking does not use it up: mail systems open links by themselves. */
export async function isResetOpen(token: string, now: Date): Promise<boolean> {
  return asReader(signInActor, async (tx) => (await findReset(tx, token, now)) !== undefined);
}

export type ResetOutcome = { readonly done: true } | { readonly problems: readonly PasswordProblem[] } | { readonly code: "linkGone" };

/** Takes a new password by a link: once, within the hour. Every session of the person ends, and so do all other links. */
export async function resetPassword(token: string, password: string, now: Date): Promise<ResetOutcome> {
  const person = await asReader(signInActor, (tx) => findReset(tx, token, now));
  if (!person) return { code: "linkGone" };
  const problems = passwordProblems(password, person.email);
  if (problems.length > 0) return { problems };
  const passwordHash = await hashPassword(password);
  const used = await asActor(signInActor, async (tx) => {
    const [row] = await tx.update(passwordResets).set({ usedAt: now.toISOString() }).where(openReset(token, now)).returning({ personId: passwordResets.personId });
    if (!row) return false;
    await keepPassword(tx, row.personId, passwordHash, now);
    await tx.delete(passwordResets).where(and(eq(passwordResets.personId, row.personId), isNull(passwordResets.usedAt)));
    await endSessionsOf(tx, row.personId);
    return true;
  });
  if (!used) return { code: "linkGone" };
  await sayChanged(person);
  return { done: true };
}

/** Keeps the hash of a person's password, in place of the one before. */
export async function keepPassword(tx: ScopedTx, personId: string, passwordHash: string, now: Date): Promise<void> {
  const changedAt = now.toISOString();
  await tx.insert(credentials).values({ personId, passwordHash, changedAt }).onConflictDoUpdate({ target: credentials.personId, set: { passwordHash, changedAt } });
}

/** Tells a person that their password is another one now. */
export async function sayChanged(person: { readonly email: string; readonly name: string; readonly language: Language }): Promise<void> {
  const t = translator(person.language);
  const link = `${settings().PUBLIC_URL}/forgot`;
  await sendMail({ to: person.email, ...letter(person.language, t("auth.mail.changed.subject"), paragraphs(t("auth.mail.changed.text", { name: person.name, link }), link)) });
}

const addressee = { id: people.id, name: people.name, email: people.email, language: people.language };

async function findByEmail(email: string) {
  const [row] = await asReader(signInActor, (tx) => tx.select(addressee).from(people).where(and(eq(people.email, email), eq(people.active, true))));
  return row;
}

async function findReset(tx: ScopedTx, token: string, now: Date) {
  const [row] = await tx.select(addressee).from(passwordResets).innerJoin(people, eq(people.id, passwordResets.personId)).where(and(openReset(token, now), eq(people.active, true)));
  return row;
}

function openReset(token: string, now: Date) {
  return and(eq(passwordResets.tokenHash, tokenHash(token)), isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, now.toISOString()));
}
