import type { LiveState } from "../../request/state.ts";
import { termsFor } from "../../request/terms.ts";
import type { RequestDetail } from "../request-detail.ts";

/** The terms of a kind, and which of them this person accepted in the version that counts. */
export function termsShown(kind: LiveState["kind"], accepted: LiveState["terms"], person: string): RequestDetail["terms"] {
  return termsFor(kind).map(({ id, version, title, body }) => ({ id, version, title, body, accepted: accepted.some((one) => one.id === id && one.version === version && one.person === person) }));
}
