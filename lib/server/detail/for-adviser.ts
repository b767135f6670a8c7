import { answersForAdvisers, detailsForAdvisers, factsForAdvisers, isQuestionForAdvisers } from "../../kind/for-advisers.ts";
import { isForAdvisers } from "../../policy/papers.ts";
import type { LiveState } from "../../request/state.ts";
import type { RequestDetail } from "../request-detail.ts";

/** A request as whoever is only asked for advice gets it: without what is about one person or their money, as question, answer, earlier answer or file. */
export function forAdviser(detail: RequestDetail): RequestDetail {
  const { kind, target, factsBefore, amendment } = detail;
  const known = (fact: string) => isQuestionForAdvisers(kind, fact);
  const findings = <F extends { readonly because: readonly string[] }>(all: readonly F[]) => all.map((one) => ({ ...one, because: one.because.filter(known) }));
  const papers = <D extends { readonly paper: string | null }>(all: readonly D[]) => all.filter(({ paper }) => isForAdvisers(paper));
  const asked = <Q extends { readonly fact: string | null }>(all: readonly Q[]) => all.filter(({ fact }) => fact === null || known(fact));
  return {
    ...detail,
    ...answersForAdvisers(kind, { facts: detail.facts, lines: detail.lines }),
    factsBefore: factsBefore && factsForAdvisers(kind, factsBefore),
    changed: detail.changed.filter(known),
    findings: findings(detail.findings),
    ledger: detail.ledger.map((one) => ({ ...one, details: detailsForAdvisers(one.details) })),
    documents: papers(detail.documents),
    questions: asked(detail.questions),
    amendment: amendment && { ...amendment, changed: amendment.changed.filter(known), facts: factsForAdvisers(kind, amendment.facts) },
    // What pages work out from the state itself rests on the same.
    ...(target.at === "live" && { target: { at: "live", state: stateOf(target.state) } }),
  };

  function stateOf(state: LiveState): LiveState {
    const { facts, changed, questioned, amendment: asks } = state;
    const rest = { facts: facts.filter(known), changed: changed.filter(known), questioned: questioned.filter(({ fact }) => known(fact)), findings: findings(state.findings), documents: papers(state.documents) };
    const change = asks && { ...asks, changed: asks.changed.filter(known), asked: { ...asks.asked, facts: asks.asked.facts.filter(known), findings: findings(asks.asked.findings) } };
    return { ...state, ...rest, amendment: change, ...(state.status === "returned" && { questions: asked(state.questions) }) } as LiveState;
  }
}
