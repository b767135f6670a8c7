import { answersForAdvisers, isQuestionForAdvisers, keepsFromAdvisers, movementsKeepFromAdvisers } from "../kind/for-advisers.ts";
import type { Kind } from "../policy/pack.ts";
import { isForAdvisers } from "../policy/papers.ts";
import type { Answers } from "../request/answers.ts";
import type { RequestEvent, Sealed } from "../request/events.ts";

/** An entry as advisers may have it, with what they get of words that stand beside it; null for words that they do not. */
export type AdviserSight = { readonly data: RequestEvent["data"]; /** It names less than what was hashed. */ readonly isLess: boolean; readonly bodyOf: (digest: string, body: string) => string | null };

/**
 * What of an entry is for whoever reads a case for their advice alone: neither the questions that are about one person or their money, nor an answer to
 * them, now or before, nor the files of such papers. Null where nothing is left. Whoever looks at answers in another way goes by `lib/kind/for-advisers`.
 */
export function asAdviserReads(event: RequestEvent, kind: Kind): AdviserSight | null {
  if (event.type === "document.attached" && !isForAdvisers(event.data.paper)) return null;
  const about = movementWords(event, kind);
  const whole = { data: event.data, isLess: false, bodyOf: (digest: string, body: string) => (digest === about ? null : body) };
  if (!keepsFromAdvisers(kind)) return whole;
  const data = withoutQuestions(event, kind);
  const isLess = JSON.stringify(data) !== JSON.stringify(event.data);
  const answers = "answers" in event.data ? (event.data.answers as Sealed).digest : null;
  // A reply to a question may say again what was asked.
  const replies = event.type === "request.resubmitted" ? event.data.replies.map(({ text }) => text.digest) : [];
  return {
    data,
    isLess,
    bodyOf(digest, body) {
      if (digest === answers) return JSON.stringify(answersForAdvisers(kind, JSON.parse(body) as Answers));
      return replies.includes(digest) ? null : whole.bodyOf(digest, body);
    },
  };
}

/** What was said of a movement besides its amounts, where its kind asks for something that advisers get nothing of. */
function movementWords({ data }: RequestEvent, kind: Kind): string | null {
  return movementsKeepFromAdvisers(kind) && "about" in data && data.about ? (data.about as Sealed).digest : null;
}

function withoutQuestions({ type, data }: RequestEvent, kind: Kind): RequestEvent["data"] {
  const known = (fact: string) => isQuestionForAdvisers(kind, fact);
  if (type === "request.returned") return { ...data, questions: (data as Returned).questions.filter(({ fact }) => fact === null || known(fact)) } as RequestEvent["data"];
  if (!("answers" in data)) return data;
  return {
    ...data,
    facts: data.facts.filter(known),
    findings: data.findings.map((one) => ({ ...one, because: one.because.filter(known) })),
    ...("changed" in data && { changed: data.changed.filter(known) }),
  } as RequestEvent["data"];
}

type Returned = Extract<RequestEvent, { type: "request.returned" }>["data"];
