import { format } from "../format.ts";
import { isId } from "../id.ts";
import type { Find } from "../insight/question.ts";
import type { Language } from "../language.ts";
import { controlPoint, controlPointName } from "../place/control-points.ts";
import type { QuestionAnswer } from "./question-answer.ts";
import { quantityWords } from "./quantity-words.ts";
import { requirementName } from "./requirement-name.ts";
import { translator, type Translator } from "./translate.ts";

type Said = Readonly<Record<string, string | number>>;

/** One row of an answer as a sentence in the reader's language. */
export function findSentence({ question, names }: QuestionAnswer, find: Find, language: Language): string {
  const t = translator(language);
  const { date, dateTime } = format(language);
  const { values } = find;
  const text = (name: string) => (values[name] === null || values[name] === undefined ? "" : String(values[name]));
  const named = (at: number) => (find.people[at] === undefined ? t("pages.story.system") : (names.people[find.people[at]] ?? t("ask.somebody")));
  const place = (id: string | undefined) => (id === undefined ? "" : (names.places[id]?.[language] ?? id));
  const [who, other] = [named(0), named(1)];
  const said: Said = {
    ...Object.fromEntries(Object.keys(values).map((name) => [name, typeof values[name] === "number" ? (values[name] as number) : text(name)])),
    who,
    other,
    act: text("type") === "" ? "" : t(`pages.event.${text("type").replace(".", "-")}`),
    desk: place(find.desks[0]),
    otherDesk: place(find.desks[1]),
    step: stepWords(find, names.steps, language),
    reason: values.withheld === 1 ? t("ask.withheld") : text("reason") || t("ask.noReason"),
    role: roleWords(text("role"), t),
    otherRole: roleWords(text("other"), t),
    scope: scopeWords(text("scope"), place, t),
    otherScope: scopeWords(text("otherScope"), place, t),
    took: timeWords(values.took, t),
    needed: timeWords(values.needed, t),
    settled: text("settled") === "" ? "" : t(`ask.settled.${text("settled")}`),
    kind: text("kind") === "" ? "" : t(`obligation.kind.${text("kind")}`),
    requirement: text("requirement") === "" ? "" : requirementName(text("requirement"), language, t),
    status: text("status") === "" ? "" : t(`ask.status.${text("status")}`, { other }),
    ...Object.fromEntries(["due", "since", "horizon"].flatMap((name) => (text(name) === "" ? [] : [[name, date(text(name))]]))),
    ...(text("until") === "" ? {} : { until: dateTime(text("until")) }),
    ...Object.fromEntries(["found", "expected"].map((name) => [name, termWords(find, text(name), language, t)])),
  };
  return t(`ask.find.${question}.${find.code}`, { ...said, what: question === "set-up-changes" ? changeWords(find, place, language, t) : "" });
}

function stepWords({ request, values }: Find, steps: QuestionAnswer["names"]["steps"], language: Language): string {
  if (typeof values.step !== "string" || request === null) return "";
  return format(language).list(values.step.split(" ").map((step) => steps[`${request.id} ${step}`]?.[language] ?? step));
}

function roleWords(role: string, t: Translator): string {
  return t.has(`account.role.${role}`) ? t(`account.role.${role}`) : role;
}

function scopeWords(scope: string, place: (id: string) => string, t: Translator): string {
  const [kind = "", ...rest] = scope.split(":");
  const id = rest.join(":");
  return kind === "everything" ? t("ask.everywhere") : kind === "jurisdiction" ? t(`ui.jurisdiction.${id}`) : place(id);
}

function timeWords(seconds: string | number | null | undefined, t: Translator): string {
  return typeof seconds === "number" ? t("ask.time", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 }) : "";
}

/** A term of a permit, or what went past it: a day, a moment, a control point or an amount. */
function termWords({ code, values }: Find, value: string, language: Language, t: Translator): string {
  const { date, dateTime } = format(language);
  if (value === "") return "";
  if (code === "wrongControlPoint") {
    const point = controlPoint(value);
    return point ? controlPointName(point)[language] : value;
  }
  if (code === "afterExpiry" || code === "beforeStart") return date(value);
  if (code === "whileSuspended" || code === "afterRevocation") return dateTime(value);
  return code === "overLimit" ? quantityWords({ value, unit: String(values.unit ?? "") }, { t, format: format(language) }) : value;
}

/** What was changed: a quota with its amount, or a part of the set-up, about whom or what, in which version. */
function changeWords({ values }: Find, place: (id: string) => string, language: Language, t: Translator): string {
  const text = (name: string) => (values[name] === null || values[name] === undefined ? "" : String(values[name]));
  if (values.of === "quota") return t("ask.quota", { quota: text("quota"), year: text("year"), place: place(text("organisation")), amount: quantityWords({ value: text("amount"), unit: text("unit") }, { t, format: format(language) }) });
  const bare = text("subject").replace(/^[\w-]+:/, "");
  const subject = text("about") || (t.has(`ui.kind.${bare}`) ? t(`ui.kind.${bare}`) : place(bare));
  const named = t(`audit.of.${text("of")}`);
  // An id says nothing to whoever reads; its events are beside it.
  const what = isId(subject) ? named : t("ask.change", { what: named, subject });
  return text("version") === "" ? what : t("ask.version", { what, version: text("version") });
}
