import type { Field } from "@/lib/kind/field";
import { visibleFields } from "@/lib/kind/questions";
import type { RequestDetail } from "@/lib/server/request-detail";

/** The answers that an amendment can change: all that are asked, but the places, for another corridor is another request. */
export function amendable({ kind, facts }: Pick<RequestDetail, "kind" | "facts">): Field[] {
  return visibleFields(kind, facts).filter(({ fact }) => !fact.startsWith("from.") && !fact.startsWith("to."));
}
