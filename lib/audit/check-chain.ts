import { type Digested, digestOf, genesis, hashAfter } from "./chain.ts";

/** An event as it is kept: what its digest covers, and its place in the chain. */
export type Link = Digested & { readonly prev: string; readonly digest: string; readonly hash: string };

export const chainCodes = ["altered", "brokenLink", "missingEvent", "headMissing", "headDiffers", "timeReversed"] as const;

/** Something in the record that is not as it was written. `field` is the column, as far as it can be told. */
export type ChainProblem = { readonly seq: number; readonly field: string; readonly code: (typeof chainCodes)[number] };

/**
 * Checks one chain, its events in order of `seq`, against its head. An altered digest, hash or link is told apart from
 * altered content; which of type, time, actor, data and salt was altered, a digest cannot say: that is `content`.
 */
export function checkChain(links: readonly Link[], head: End | undefined): ChainProblem[] {
  const problems: ChainProblem[] = [];
  let before: End = beginning;
  for (const link of links) {
    problems.push(...(link.seq === before.seq + 1 ? checkLink(link, before.hash) : [gapAfter(before)]));
    before = link;
  }
  return [...problems, ...checkHead(before, head)];
}

/** Where a chain stands after some event. */
export type End = { readonly seq: number; readonly hash: string };
export const beginning: End = { seq: 0, hash: genesis };

/** That the event which should come next does not. */
export function gapAfter({ seq }: End): ChainProblem {
  return { seq: seq + 1, field: "seq", code: "missingEvent" };
}

/** Events whose time lies before that of the one before in their chain, by more than so many milliseconds: somebody set a clock back. */
export function checkTimes(links: readonly Pick<Link, "seq" | "at">[], tolerated: number): ChainProblem[] {
  return links.flatMap(({ seq, at }, place) => {
    const before = links[place - 1];
    return before && Date.parse(at) < Date.parse(before.at) - tolerated ? [{ seq, field: "at", code: "timeReversed" as const }] : [];
  });
}

/** Checks one event against the hash of the one before. */
export function checkLink(link: Link, previous: string): ChainProblem[] {
  const { seq, prev, digest, hash } = link;
  const real = digestOf(link);
  const problems: ChainProblem[] = [];
  if (real !== digest) problems.push({ seq, field: hashAfter(prev, real) === hash ? "digest" : "content", code: "altered" });
  if (prev !== previous) problems.push(hashAfter(previous, digest) === hash ? { seq, field: "prev", code: "altered" } : { seq, field: "prev", code: "brokenLink" });
  else if (hashAfter(prev, digest) !== hash && hashAfter(prev, real) !== hash) problems.push({ seq, field: "hash", code: "altered" });
  return problems;
}

/** Checks the end of a chain against its head. */
export function checkHead(last: End, head: End | undefined): ChainProblem[] {
  if (!head) return [{ seq: last.seq, field: "head", code: "headMissing" }];
  if (head.seq > last.seq) return [{ seq: last.seq + 1, field: "seq", code: "missingEvent" }];
  return head.seq === last.seq && head.hash === last.hash ? [] : [{ seq: last.seq, field: "head", code: "headDiffers" }];
}
