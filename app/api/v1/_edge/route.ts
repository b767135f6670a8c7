import type { Language } from "@/lib/language";
import type { Answer } from "@/lib/server/answer";
import type { DossierAnswer } from "@/lib/server/execute-dossier";
import type { PaperAnswer } from "@/lib/server/execute-paper";
import type { KeyScope } from "@/lib/access/configuration";
import { actorFromKey, type KeyActor } from "@/lib/server/keys";
import { clientAddress } from "@/lib/server/client-address";
import { countOften, type Limit } from "@/lib/server/rate-limit";
import { commonHeaders } from "@/lib/server/security-headers";
import { settings } from "@/lib/server/settings";
import { refusal } from "@/lib/request/refusal";
import { languageFor } from "./language";
import { problem, statusOf } from "./problem";
import { tooMany } from "./too-many";

/** What a route is asked: the language to answer in is the caller's, or the person's own. */
export type Asked = { readonly request: Request; readonly language: Language; readonly parameters: Readonly<Record<string, string>> };
type Outer = (request: Request, context: { params: Promise<Record<string, string | string[]> | undefined> }) => Promise<Response>;

/** A route for holders of a key with this scope. What fails unforeseen is logged by name and answered without a stack. */
export function keyed(scope: KeyScope, inner: (actor: KeyActor, asked: Asked) => Promise<Response>): Outer {
  return guarded(async (asked) => {
    const actor = await actorFromKey(asked.request);
    if (!actor) return problem(401, asked.language);
    const language = languageFor(asked.request, actor);
    const wait = await countOften(often("api key", actor.keyId), new Date());
    if (!wait.allowed) return tooMany(wait, language);
    if (!actor.scopes.includes(scope)) return problem(422, language, { refusals: [refusal("outsideKey", { scope })] });
    return inner(actor, { ...asked, language });
  });
}

/** A route for everybody, who are told apart by their network address. */
export function open(inner: (asked: Asked) => Promise<Response>): Outer {
  return guarded(async (asked) => {
    const wait = await countOften(often("api address", clientAddress(asked.request.headers)), new Date());
    return wait.allowed ? inner(asked) : tooMany(wait, asked.language);
  });
}

/** The methods that a path does not have, as problems that name those it has. */
export function besides(allow: string): { readonly DELETE: Outer; readonly GET: Outer; readonly OPTIONS: Outer; readonly PATCH: Outer; readonly POST: Outer; readonly PUT: Outer } {
  const none = guarded(async ({ language }) => problem(405, language, { headers: { allow } }));
  return { DELETE: none, GET: none, OPTIONS: guarded(async () => new Response(null, { status: 204, headers: { allow } })), PATCH: none, POST: none, PUT: none };
}

export function guarded(inner: (asked: Asked) => Promise<Response>): Outer {
  return async (request, { params }) => {
    const language = languageFor(request);
    try {
      // A route without parts in its path is given none at all, not an empty record.
      return withHeaders(await inner({ request, language, parameters: single((await params) ?? {}) }));
    } catch (error) {
      console.error(`${request.method} ${new URL(request.url).pathname}:`, error instanceof Error ? error.message.split("\n")[0] : error);
      return withHeaders(problem(500, language));
    }
  };
}

export function json(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { "cache-control": "no-store" } });
}

/** Headers of what is public and signed: programs of other sites may read it, and anything between may keep it for so many seconds. */
export function sharedHeaders(seconds: number): Record<string, string> {
  return { "cache-control": seconds === 0 ? "no-store" : `public, max-age=${seconds}`, "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" };
}

/** What a command came to, as a response; each refusal with its sentence in the caller's language. */
export function answered(answer: Answer | DossierAnswer | PaperAnswer, language: Language, status = 200): Response {
  if ("version" in answer) return json(answer, status);
  if ("notFound" in answer) return problem(404, language);
  return problem(statusOf(answer.refusals), language, answer);
}

function often(name: string, of: string): Limit {
  return { name, of, most: settings().API_RATE, minutes: 1 };
}

function withHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(commonHeaders())) if (!response.headers.has(name)) response.headers.set(name, value);
  return response;
}

/** Path parts by name, ids in the one spelling that ours have; a part that takes the rest of the path is no name of ours. */
function single(parameters: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).flatMap(([name, value]) => (typeof value === "string" ? [[name, name === "number" || name === "code" ? value : value.toLowerCase()]] : [])));
}
