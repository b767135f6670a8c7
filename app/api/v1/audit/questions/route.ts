import { holdsAnywhere } from "@/lib/access/can";
import { mustBeNone, questions, settingsOf, usualRule } from "@/lib/insight/question";
import { translator } from "@/lib/server/translate";
import { problem } from "../../_edge/problem";
import { besides, json, keyed } from "../../_edge/route";

/** What auditors ask of the record. */
export const GET = keyed("read", async (actor, { language }) => {
  if (!holdsAnywhere(actor, "audit.search")) return problem(404, language);
  const t = translator(language);
  return json({ items: questions.map((id) => ({ id, title: t(`ask.question.${id}`), mustBeNone: mustBeNone.includes(id), settings: Object.fromEntries((settingsOf[id] ?? []).map((name) => [name, usualRule[name]])) })) });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
