import { v7 as newId } from "uuid";
import { addDays, dayOf } from "../../../lib/calendar/day.ts";
import { breakTheGlass, mendGlass } from "../../../lib/server/publish-break-glass.ts";
import { executeOnDossier, startDossier } from "../../../lib/server/execute-dossier.ts";
import { publishQuota } from "../../../lib/server/publish-quota.ts";
import { liftOrganisationHold, placeOrganisationHold } from "../../../lib/server/publish-retention.ts";
import { executeOnProposal, proposeWorkflow } from "../../../lib/server/publish-workflow.ts";
import { saveQuestion } from "../../../lib/server/saved-questions.ts";
import { dataWorkflow } from "../../../lib/workflow/data.ts";
import { fundsWorkflow } from "../../../lib/workflow/funds.ts";
import { must, person } from "./cast.ts";
import type { Chance } from "./chance.ts";
import { administersOne, auditsPlace, keepsQuotas, type Reading, readsDossier, readsGlass, readsProposals, worksAt } from "./model-beside.ts";
import { wordsOfPapers } from "./papers.ts";
import type { Played } from "./play.ts";
import { type Beside, sayer } from "./say.ts";

/** Says something in every place beside the cases that takes words: dossiers, working papers, quotas and grants, break-glass, saved questions, proposals, holds. */
export async function saidBeside(chance: Chance, played: readonly Played[]): Promise<Beside[]> {
  const [one, other] = [played[0] as Played, played[1] as Played];
  return [...(await saidOfCases(chance, one, other)), ...(await inQuotas(chance, one)), ...(await inProposals(chance)), ...(await inHolds(chance, one))];
}

/** The same of what is about single cases, and can be said of more than one. */
export async function saidOfCases(chance: Chance, one: Played, other: Played): Promise<Beside[]> {
  return [...(await inDossiers(chance, one)), ...(await wordsOfPapers(chance, one, other)), ...(await inGlass(chance, one, other)), ...(await inQuestions(chance, one))];
}

async function inDossiers(chance: Chance, { id: request, draft, story }: Played): Promise<Beside[]> {
  const found: Beside[] = [];
  const say = sayer(chance, found);
  const owner = await person(`researcher@${story.home}.example`);
  // Of the first one case is everybody's who deals with it; the second holds a draft, which is its requester's.
  for (const linked of [request, draft]) {
    const [id, further] = [newId(), newId()];
    const may = readsDossier(owner.id, linked === request ? [request] : []);
    const opened = await startDossier(owner, { id, title: say("a dossier's first title", may), requests: [{ request: linked, role: "related" }], start: [{ id: further, kind: "sample", title: "One more", facts: {}, claims: [], parties: { home: story.home } }], dependencies: [{ waiting: further, awaits: linked, until: "submitted", reason: say("why something waits", may) }] });
    must(opened);
    must(await executeOnDossier(owner, id, { type: "rename", commandId: newId(), title: say("a dossier's title", may) }));
    must(await executeOnDossier(owner, id, { type: "removeDependency", commandId: newId(), waiting: further, awaits: linked, reason: say("why it waits no more", may) }));
    must(await executeOnDossier(owner, id, { type: "unlink", commandId: newId(), request: further, reason: say("why it is out of a dossier", may) }));
  }
  return found;
}

async function inQuotas(chance: Chance, { story: { home } }: Played): Promise<Beside[]> {
  const found: Beside[] = [];
  const say = sayer(chance, found);
  const [head, desk, year] = [await person(`office@${home}.example`), `${home}.sign-off`, Number(dayOf(new Date()).slice(0, 4))];
  must(await publishQuota(head, { organisation: home, quota: "shown", year }, { commandId: newId(), desk, limit: { value: "5", unit: "piece" }, reason: say("why a quota was set", keepsQuotas(home)) }));
  const keepers = keepsQuotas(home);
  const number = say("the number of a standing grant", (who, about) => keepers(who, about) || worksAt(home)(who, about));
  must(await publishQuota(head, { organisation: home, quota: "granted", year }, { commandId: newId(), desk, reason: say("why a grant was registered", keepers), grant: { regime: "cn-hgr-export", number, issued: dayOf(new Date()) } }));
  return found;
}

/** One access is over, and its opener sees no more than that there was one; the other runs. */
async function inGlass(chance: Chance, one: Played, other: Played): Promise<Beside[]> {
  const found: Beside[] = [];
  const say = sayer(chance, found);
  const opener = await person("admin@causeway.example");
  for (const { id, story } of [one, other]) {
    const opened = await breakTheGlass(opener, id, { reason: say("why somebody opened a case at night", readsGlass(opener.id, id, [story.home, story.host])), hours: 5 });
    must(opened);
    if (id === one.id && "id" in opened) must(await mendGlass(opener, opened.id));
  }
  return found;
}

async function inQuestions(chance: Chance, { story: { home } }: Played): Promise<Beside[]> {
  const found: Beside[] = [];
  const say = sayer(chance, found);
  const auditor = await person(`auditor@${home}.example`);
  for (const shared of ["", `audit:org:${home}`]) {
    const may: Reading = (who) => who.id === auditor.id || (shared !== "" && who.audits.some(({ kind, id }) => kind === "organisation" && id === home));
    const query = new URLSearchParams({ q: say("what an auditor asks again", may) });
    must(await saveQuestion(auditor, { name: say("what an auditor calls a question", may), query: `${query}`, shared }));
  }
  return found;
}

/** One stands open with its note and the name of a step, and one was turned down. */
async function inProposals(chance: Chance): Promise<Beside[]> {
  const found: Beside[] = [];
  const say = sayer(chance, found);
  const [author, second] = [await person("policy@causeway.example"), await person("policy@hetao.example")];
  for (const of of [fundsWorkflow, dataWorkflow]) {
    const id = newId();
    const [first, ...steps] = of.steps;
    const name = say("what a proposed step is called", readsProposals);
    const definition = { ...of, version: of.version + 1, steps: [{ ...first, name: { ...first?.name, en: name } }, ...steps] };
    must(await proposeWorkflow(author, { id, definition, effectiveFrom: addDays(dayOf(new Date()), 9), note: say("the note of a proposal", readsProposals) }));
    if (of === dataWorkflow) must(await executeOnProposal(second, id, { type: "reject", commandId: newId(), reason: say("why a proposal was turned down", readsProposals) }));
  }
  return found;
}

/** Everything of an institution is held, and a hold was lifted. */
async function inHolds(chance: Chance, { story: { host } }: Played): Promise<Beside[]> {
  const found: Beside[] = [];
  const say = sayer(chance, found);
  const auditor = await person("auditor@causeway.example");
  const may: Reading = (who, about) => administersOne(host)(who, about) || auditsPlace(host)(who, about);
  for (const isLifted of [true, false]) {
    const placed = await placeOrganisationHold(auditor, { organisation: host, authority: say("who had an institution's record held", may), reason: say("why it is held", may) });
    must(placed);
    if (isLifted && "id" in placed) must(await liftOrganisationHold(auditor, placed.id, say("why it is held no more", (who) => who.audits.some(({ kind }) => kind === "everything"))));
  }
  return found;
}
