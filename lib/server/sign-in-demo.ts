import type { RoleId } from "../access/permission.ts";
import type { Language } from "../language.ts";
import { bodyDesks, institutionDesks, programmeDesk } from "./demo/desks.ts";
import { institutions, others } from "./demo/organisations.ts";
import { demoPersons, type DemoPerson } from "./demo/people.ts";

/** Somebody to be in a demonstration: their role, and their desk and organisation in the reader's language. */
export type DemoSignIn = { readonly email: string; readonly name: string; readonly role: RoleId; readonly place: string };

/** A few people on both sides who between them take a request all the way; nobody unless the installation says it is a demonstration. */
export function demoSignIns(language: Language): DemoSignIn[] {
  if (!isDemonstration()) return [];
  return shown.flatMap((email) => demoPersons.filter((person) => person.email === email)).flatMap((person) => signInOf(person, language));
}

/** Whether the people and requests of this installation are invented. */
export function isDemonstration(): boolean {
  return process.env.CAUSEWAY_DEMO === "1";
}

const shown = [
  ...["researcher", "pi", "biosafety", "ethics", "export", "office"].map((mailbox) => `${mailbox}@hku.example`),
  ...["host", "researcher", "ethics"].map((mailbox) => `${mailbox}@siat.example`),
  ...["chemistry", "customs"].map((mailbox) => `${mailbox}@hku.example`),
  ...["privacy", "legal", "steward"].map((mailbox) => `${mailbox}@sysu.example`),
  "desk@hetao.example",
  "sz-bay@boundary.example",
  "auditor@causeway.example",
  "admin@hku.example",
  "policy@causeway.example",
  "admin@causeway.example",
];

function signInOf({ email, name, organisation, grants }: DemoPerson, language: Language): DemoSignIn[] {
  // Who leads a group is a researcher who also endorses; the desk tells more.
  const grant = grants.at(-1);
  if (!grant) return [];
  const house = [...institutions, ...others].find(({ id }) => id === organisation)?.names[language];
  const deskId = grant.scope.kind === "desk" ? grant.scope.id : "";
  const desk = [programmeDesk, ...bodyDesks].find(({ id }) => id === deskId)?.names ?? institutionDesks.find(({ function: does }) => deskId.endsWith(`.${does}`))?.names;
  return [{ email, name, role: grant.role, place: [desk?.[language], house].filter(Boolean).join(" · ") }];
}
