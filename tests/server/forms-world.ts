import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external.js";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external.js";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beginSession } from "../../lib/server/sign-in-sessions.ts";
import { personActor } from "../../lib/server/person.ts";

/* Server actions in what Next gives them to read and write: a request with its cookies and headers, and no page to draw. */

const jar = new Map<string, string>();
const cookies = {
  get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
  getAll: () => [...jar].map(([name, value]) => ({ name, value })),
  has: (name: string) => jar.has(name),
  set: (name: string, value: string) => void jar.set(name, value),
  delete: (name: string) => void jar.delete(name),
};
const server = { route: "/", page: "/page", forceStatic: false, dynamicShouldError: false, incrementalCache: {}, afterContext: { after: () => {} } };

// oxlint-disable-next-line typescript/no-explicit-any
export type Action = (...given: any[]) => Promise<unknown>;
/** What became of a form: the state that it comes back with, where it leads, or that it failed. */
export type Became = { readonly state: FormStateSeen } | { readonly leads: string } | { readonly failed: string };
export type FormStateSeen = { readonly errors: readonly { readonly field: string; readonly message: string }[]; readonly values: Readonly<Record<string, unknown>>; readonly done?: string; readonly secret?: unknown; readonly results?: readonly { readonly said: string }[]; readonly stopped?: unknown };

/** Every server action of the pages by file and name, and every other place that says "use server". */
export async function actionsInCode(): Promise<{ readonly actions: ReadonlyMap<string, Action>; readonly inline: readonly string[] }> {
  const root = join(import.meta.dirname, "../..");
  const files = ["app", "lib"].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`)).filter((name) => /\.tsx?$/.test(name));
  const using = files.map((file) => ({ file, text: readFileSync(join(root, file), "utf8") })).filter(({ text }) => /["']use server["']/.test(text));
  const [whole, inline] = [using.filter(({ text }) => /^["']use server["']/.test(text)), using.filter(({ text }) => !/^["']use server["']/.test(text))];
  const modules = await Promise.all(whole.map(async ({ file }) => Object.entries((await import(pathToFileURL(join(root, file)).href)) as Record<string, Action>).map(([name, action]) => [`${file} ${name}`, action] as const)));
  return { actions: new Map(modules.flat()), inline: inline.map(({ file }) => file) };
}

const sessions = new Map<string, Promise<string>>();

/** Signs somebody in for the calls that follow; nobody without an address. */
export async function signInAs(email: string | null, language: string): Promise<void> {
  jar.clear();
  jar.set("language", language);
  if (email === null) return;
  const token = sessions.get(email) ?? newSession(email);
  sessions.set(email, token);
  jar.set("causeway", await token);
}

async function newSession(email: string): Promise<string> {
  const person = await personActor(email);
  if (!person) throw new Error(`nobody has ${email}`);
  return beginSession(person.id, null, new Date());
}

/** Calls an action with a form, or with whatever else. */
export function send(action: Action, ...given: readonly unknown[]): Promise<Became> {
  return inRequest(new Headers(), () => becameOf(action, given));
}

export const untouched = { attempt: 0, errors: [], values: {} };

/** Sends a form to the action of this name, as the page that it stands on does. */
export function sendForm(name: string, action: Action, form: FormData): Promise<Became> {
  // Forms without a state of their own lead somewhere, whatever becomes of them.
  const isStateless = ["endSession", "endOthers", "endKey", "endCalendar", "takeRow", "signOutHere", "autoSave"].some((one) => name.endsWith(` ${one}`));
  return send(action, ...(isStateless ? [form, [...form.keys()]] : [untouched, form]));
}

/** The same, and what is drawn after it in the same answer; `headers` are those of the request. */
export function sendAndDraw(action: Action, given: readonly unknown[], { headers, draw }: { readonly headers: Readonly<Record<string, string>>; readonly draw: () => Promise<ReactNode> }): Promise<string> {
  return inRequest(new Headers(headers), async () => {
    await becameOf(action, given);
    return renderToStaticMarkup(await draw());
  });
}

/** Does something in a request of Next's, with its headers. */
export function inRequest<T>(headers: Headers, work: () => Promise<T>): Promise<T> {
  const request = { type: "request", phase: "action", cookies, userspaceMutableCookies: cookies, mutableCookies: cookies, headers };
  return workAsyncStorage.run(server as never, () => workUnitAsyncStorage.run(request as never, work));
}

async function becameOf(action: Action, given: readonly unknown[]): Promise<Became> {
  try {
    const state = (await action(...given)) as FormStateSeen | undefined;
    return { state: state ?? { errors: [], values: {} } };
  } catch (error) {
    const digest = String((error as { digest?: unknown } | null)?.digest ?? "");
    if (digest.startsWith("NEXT_REDIRECT;")) return { leads: digest.split(";")[2] ?? "" };
    return { failed: error instanceof Error ? `${error.message.slice(0, 200)} ${String((error as { cause?: { message?: string } }).cause?.message ?? "").slice(0, 200)}` : String(error) };
  }
}
