import { type Narrowing, narrowingOf, type Question, settingsOf } from "@/lib/insight/question";
import type { Translator } from "@/lib/server/translate";

type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;
type Read = { readonly narrowing: Narrowing | null; /** What the address says, to be kept. */ readonly texts: Readonly<Record<string, string>>; readonly errors: readonly { readonly field: string; readonly message: string }[] };

/** How the address narrows a question; a field left empty narrows nothing, and each that cannot be read is told beside itself. */
export function readNarrowing(question: Question, asked: Asked, t: Translator): Read {
  const names = ["from", "to", "organisation", "cursor", ...(settingsOf[question] ?? [])];
  const texts = Object.fromEntries(names.flatMap((name) => (typeof asked[name] === "string" && asked[name] !== "" ? [[name, asked[name]]] : [])));
  const parsed = narrowingOf(question).safeParse(texts);
  if (parsed.success) return { narrowing: parsed.data, texts, errors: [] };
  return { narrowing: null, texts, errors: parsed.error.issues.map(({ path }) => wrong(String(path[0]), t)) };
}

function wrong(field: string, t: Translator) {
  if (field === "cursor") return { field, message: t("ask.wrong.page") };
  if (field === "from" || field === "to") return { field, message: t("ask.wrong.day", { field: t(`ask.${field}`) }) };
  if (field === "organisation") return { field, message: t("ask.wrong.choice", { field: t("ask.organisation") }) };
  return { field, message: t("ask.wrong.number", { field: t(`ask.setting.${field}`) }) };
}
