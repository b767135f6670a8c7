import { can } from "../access/can.ts";
import { isPerson } from "../request/context.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { said } from "../request/rule.ts";
import { circleWith } from "./circle.ts";
import { type DossierCommand, type DossierCommandType, mostRequests, type NewDependency, type NewLink, type OpenDossier } from "./command.ts";
import type { DossierContext, SeenRequest } from "./context.ts";
import type { NewDossierHappening } from "./events.ts";
import { fitsKind } from "./role.ts";
import { isPair, type Dossier } from "./state.ts";

export type DossierOutcome = { readonly events: readonly NewDossierHappening[] } | { readonly refusals: readonly Refusal[] };

/** What of a dossier a rule about links and dependencies looks at; while one is opened it grows link by link. */
type Shape = Pick<Dossier, "requests" | "dependencies">;

/** Decides a command on a dossier: pure. Permission is asked before any rule; then every reason against is given, not the first. */
export function decideDossier(command: DossierCommand, state: Dossier, context: DossierContext): DossierOutcome {
  const against = mayOnDossier(command.type, state, context);
  if (against.some(({ code }) => code === "notPermitted")) return { refusals: against };
  if (command.expectedVersion !== undefined && command.expectedVersion !== state.seq) return { refusals: [refusal("versionConflict", { version: state.seq })] };
  if (against.length > 0) return { refusals: against };
  const refusals = check(command, state, context);
  return refusals.length > 0 ? { refusals } : { events: [happening(command, context)] };
}

/** Whether a command could be accepted now, whatever it contained: screens show it as a form or as the reason there is none. */
export function mayOnDossier(_command: DossierCommandType, { status, opener, requests }: Dossier, { actor, requests: seen }: DossierContext): Refusal[] {
  const takesPart = isPerson(actor) && (actor.id === opener || requests.some(({ request }) => seen.some(({ id, isOwn }) => id === request && isOwn)));
  if (!takesPart) return [refusal("notPermitted")];
  return status === "open" ? [] : [refusal("dossierClosed")];
}

/** Opens a dossier; refused as a whole when one of its links or dependencies is. */
export function openDossier({ title, requests = [], dependencies = [] }: OpenDossier, number: string, context: DossierContext): DossierOutcome {
  const { actor } = context;
  if (!isPerson(actor) || !can(actor, "request.own", { organisations: actor.organisation === null ? [] : [actor.organisation] })) return { refusals: [refusal("notPermitted")] };
  let shape: Shape = { requests: [], dependencies: [] };
  const refusals: Refusal[] = [];
  const events: NewDossierHappening[] = [{ type: "dossier.opened", data: { number, title: said(title) } }];
  requests.forEach((link, at) => {
    refusals.push(...linkRefusals(link, shape, context).map((one) => under(`requests.${at}`, one)));
    events.push(linked(link, context));
    shape = { ...shape, requests: [...shape.requests, { ...link, number: "" }] };
  });
  dependencies.forEach((dependency, at) => {
    refusals.push(...dependencyRefusals(dependency, shape, context).map((one) => under(`dependencies.${at}`, one)));
    events.push(added(dependency));
    shape = { ...shape, dependencies: [...shape.dependencies, { ...dependency, step: dependency.step ?? null, reason: { digest: "" } }] };
  });
  return refusals.length > 0 ? { refusals } : { events };
}

function check(command: DossierCommand, state: Dossier, context: DossierContext): Refusal[] {
  switch (command.type) {
    case "rename":
      return [];
    case "link":
      return linkRefusals(command, state, context);
    case "unlink":
      return unlinkRefusals(command.request, state, context);
    case "addDependency":
      return dependencyRefusals(command, state, context);
    case "removeDependency":
      return state.dependencies.some((one) => isPair(one, command)) ? [] : [refusal("unknownDependency", {}, "awaits")];
    case "closeDossier":
      return stillOpen(state, context);
    default:
      return command satisfies never;
  }
}

function happening(command: DossierCommand, context: DossierContext): NewDossierHappening {
  switch (command.type) {
    case "rename":
      return { type: "dossier.renamed", data: { title: said(command.title) } };
    case "link":
      return linked(command, context);
    case "unlink":
      return { type: "dossier.unlinked", data: { request: command.request, reason: command.reason === undefined ? null : said(command.reason) } };
    case "addDependency":
      return added(command);
    case "removeDependency":
      return { type: "dependency.removed", data: { waiting: command.waiting, awaits: command.awaits, reason: said(command.reason) } };
    case "closeDossier":
      return { type: "dossier.closed", data: { reason: command.reason === undefined ? null : said(command.reason) } };
    default:
      return command satisfies never;
  }
}

function linked({ request, role }: NewLink, { requests }: DossierContext): NewDossierHappening {
  return { type: "dossier.linked", data: { request, role, number: requests.find(({ id }) => id === request)?.number ?? "" } };
}

function added({ waiting, awaits, until, step, reason }: NewDependency): NewDossierHappening {
  return { type: "dependency.added", data: { waiting, awaits, until, step: step ?? null, reason: said(reason) } };
}

/** Only one's own request can be linked: whoever sees it will see the dossier, and the dossier's people say what it waits for. */
function linkRefusals({ request, role }: NewLink, { requests }: Shape, { requests: seen }: DossierContext): Refusal[] {
  const one = seen.find(({ id }) => id === request);
  if (!one) return [refusal("unknownRequest", {}, "request")];
  return [
    ...(requests.some((other) => other.request === request) ? [refusal("linkedAlready", { number: one.number }, "request")] : []),
    ...(one.elsewhere === null ? [] : [refusal("linkedElsewhere", { number: one.number, dossier: one.elsewhere }, "request")]),
    ...(one.isOwn ? [] : [refusal("notYourRequest", { number: one.number }, "request")]),
    ...(fitsKind(role, one.kind) ? [] : [refusal("roleNotOfKind", { role, kinds: one.kind }, "role")]),
    ...(requests.length >= mostRequests ? [refusal("tooManyRequests", { most: mostRequests }, "request")] : []),
  ];
}

/** The opener, or whoever owns the request, takes it out; what waits for it, or it for others, is settled before. */
function unlinkRefusals(request: string, { requests, dependencies, opener }: Dossier, { actor, requests: seen }: DossierContext): Refusal[] {
  const one = requests.find((other) => other.request === request);
  if (!one) return [refusal("notLinked", {}, "request")];
  const isOwn = seen.some(({ id, isOwn: own }) => id === request && own);
  const others = dependencies.flatMap(({ waiting, awaits }) => (waiting === request ? [awaits] : awaits === request ? [waiting] : []));
  return [
    ...(isOwn || (isPerson(actor) && actor.id === opener) ? [] : [refusal("notYourRequest", { number: one.number }, "request")]),
    ...(others.length > 0 ? [refusal("stillDepends", { number: one.number, others: numbers(others, requests) }, "request")] : []),
  ];
}

const beforePermit: readonly string[] = ["draft", "submitted", "in-review", "returned", "approved"];

/** Only one's own request can be made to wait, as long as there is something to wait with; and nothing waits in a circle. */
function dependencyRefusals({ waiting, awaits, until, step }: NewDependency, { requests, dependencies }: Shape, { requests: seen }: DossierContext): Refusal[] {
  const missing = ([["waiting", waiting], ["awaits", awaits]] as const).filter(([, id]) => !requests.some(({ request }) => request === id));
  if (missing.length > 0) return missing.map(([path]) => refusal("notLinked", {}, path));
  if (waiting === awaits) return [refusal("waitsForItself", {}, "awaits")];
  const [own, other] = [waiting, awaits].map((id) => seen.find((one) => one.id === id));
  const circle = circleWith(dependencies, { waiting, awaits });
  return [
    ...(own?.isOwn ? [] : [refusal("notYourRequest", { number: numbers([waiting], requests, seen) }, "waiting")]),
    ...(own && !beforePermit.includes(own.status) ? [refusal("dependencyTooLate", { number: own.number }, "waiting")] : []),
    ...(dependencies.some((one) => isPair(one, { waiting, awaits })) ? [refusal("dependencyKnown", {}, "awaits")] : []),
    ...(circle ? [refusal("dependencyCircle", { numbers: numbers(circle, requests, seen) }, "awaits")] : []),
    ...stepRefusals(until, step, other),
  ];
}

/** A step belongs to a dependency that awaits one; of a request that the actor does not see, no step is known. */
function stepRefusals(until: NewDependency["until"], step: string | undefined, other: SeenRequest | undefined): Refusal[] {
  if (until !== "step") return step === undefined ? [] : [refusal("stepNotAwaited", {}, "step")];
  if (step === undefined) return [refusal("missingStep", {}, "step")];
  return other?.steps.includes(step) ? [] : [refusal("unknownStep", { step }, "step")];
}

/** A dossier closes once nothing in it waits any more. */
function stillOpen({ requests }: Dossier, { standings }: DossierContext): Refusal[] {
  const waiting = [...new Set(standings.filter(({ standing }) => standing !== "met").map((one) => one.waiting))];
  return waiting.length > 0 ? [refusal("stillWaits", { numbers: numbers(waiting, requests) })] : [];
}

function numbers(ids: readonly string[], requests: Shape["requests"], seen: readonly SeenRequest[] = []): string {
  return ids.map((id) => seen.find((one) => one.id === id)?.number ?? requests.find(({ request }) => request === id)?.number ?? id).join(", ");
}

function under(path: string, one: Refusal): Refusal {
  return { ...one, path: [path, one.path].filter(Boolean).join(".") };
}
