import type { Language } from "@/lib/language";
import { actorFromKey, type KeyActor, type KeyScope } from "@/lib/server/keys";
import { type Answer, isAccepted } from "@/lib/server/answer";
import { problem, statusOf } from "./problem";

type Inner = (actor: KeyActor, request: Request, parameters: Record<string, string>) => Promise<Response>;
type Outer = (request: Request, context: { params: Promise<Record<string, string | string[]> | undefined> }) => Promise<Response>;

/** A route for holders of a key with this scope. What fails unforeseen is logged by name and answered without a stack. */
export function keyed(scope: KeyScope, inner: Inner): Outer {
  return guarded(async (request, parameters) => {
    const actor = await actorFromKey(request);
    if (!actor) return problem(401);
    if (!actor.scopes.includes(scope)) return problem(403);
    return inner(actor, request, parameters);
  });
}

/** A route for everybody. */
export function open(inner: (request: Request, parameters: Record<string, string>) => Promise<Response>): Outer {
  return guarded(inner);
}

function guarded(inner: (request: Request, parameters: Record<string, string>) => Promise<Response>): Outer {
  return async (request, { params }) => {
    try {
      // A route without parts in its path is given none at all, not an empty record.
      return await inner(request, single((await params) ?? {}));
    } catch (error) {
      console.error(`${request.method} ${new URL(request.url).pathname}:`, error instanceof Error ? error.message.split("\n")[0] : error);
      return problem(500);
    }
  };
}

export function json(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { "cache-control": "no-store" } });
}

/** What a command came to, as a response; each refusal with its sentence in the caller's language. */
export function answered(answer: Answer, language: Language, status = 200): Response {
  if (isAccepted(answer)) return json(answer, status);
  if ("notFound" in answer) return problem(404);
  return problem(statusOf(answer.refusals), { ...answer, language });
}

/** Path parts by name; a part that takes the rest of the path is no name of ours. */
function single(parameters: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
