import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { DrawnSample } from "@/app/_audit/papers/drawn-sample";
import { Rooms } from "@/app/_audit/rooms";
import { scopeWords } from "@/app/_audit/scope-words";
import { Frame } from "@/app/_request/frame";
import { refusalSentence } from "@/app/_request/outcome";
import { unread } from "@/app/_request/unread";
import { Button } from "@/app/_ui/button";
import { CheckboxList, Tick } from "@/app/_ui/choices";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { DateField, NumberField, SelectField } from "@/app/_ui/inputs";
import { TextField } from "@/app/_ui/text-field";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { holdsAnywhere } from "@/lib/access/can";
import { mostDrawn, strataBy } from "@/lib/audit/sampling/asked";
import { drawSample } from "@/lib/server/draw-sample";
import { reader } from "@/lib/server/language";
import { newSeed } from "@/lib/server/new-seed";
import { questionProblem } from "@/lib/server/question-problem";
import { placeNames } from "@/lib/server/place-names";
import { requireActor } from "@/lib/server/session";
import { PaperQuestion, questionParts, SampleAsked } from "@/lib/working-paper/question";
import { auditScopes } from "@/lib/working-paper/scope";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("papers.new.title") };
}

type Query = Record<string, string | string[] | undefined>;
const Asked = z.object({ question: PaperQuestion, sample: SampleAsked, scope: z.string().max(120).optional() });

/** Draws a sample from a question, by a seed that stands in the address: the same address draws the same again. Under it, the form that makes a working paper of it. */
export default async function NewPaperPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, words, query] = await Promise.all([requireActor(), reader(), searchParams]);
  const { t, ui, language } = words;
  if (!holdsAnywhere(actor, "audit.search")) notFound();
  const scopes = auditScopes(actor);
  const one = (name: string) => [query[name] ?? ""].flat()[0]?.trim() ?? "";
  const isAsked = one("size") !== "";
  // Drawn by the machine once, and from then on in the address.
  if (isAsked && one("seed") === "") redirect(`/audit/papers/new?${new URLSearchParams([...pairs(query).filter(([name]) => name !== "seed"), ["seed", newSeed()]])}`);
  const by = [query.by ?? []].flat();
  const asked = isAsked ? Asked.safeParse({ question: given(Object.fromEntries(questionParts.map((part) => [part, one(part)]))), sample: { size: one("size"), seed: one("seed"), by, atLeastOne: one("atLeastOne") === "true" }, ...given({ scope: one("scope") }) }) : null;
  const found = asked?.success ? await drawSample(actor, asked.data) : null;
  const unreadable = asked && !asked.success ? asked.error.issues.map((issue) => ({ field: String(issue.path.at(1) ?? issue.path[0] ?? "size"), message: unread(issue, { [issue.path.join(".")]: one(String(issue.path.at(1) ?? "")) }, words) })) : [];
  const refused = found && "refusals" in found ? found : null;
  const unclear = refused?.problems?.map((problem) => ({ field: ["from", "to"].includes(problem.field) ? problem.field : "q", message: questionProblem(problem, words) }));
  const against = refused?.refusals.map((refusal) => ({ field: refusal.path === "question" ? "q" : (refusal.path ?? "size"), message: refusalSentence(refusal, words) }));
  // What is wrong with a question says its field itself.
  const errors: readonly { field: string; message: string; of?: string }[] = unclear ?? (against ?? unreadable).map((error) => ({ ...error, ...(t.has(`papers.ask.${error.field}`) && { of: t(`papers.ask.${error.field}`) }) }));
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  const question = (name: string, hint?: string) => ({ t: ui, name, label: t(`papers.ask.${name}`), hint, error: errorOf(name) });
  const after = z.coerce.number().int().min(0).max(mostDrawn - 1).catch(0).parse(one("after"));
  const here = (from?: number) => `/audit/papers/new?${new URLSearchParams([...pairs(query).filter(([name]) => name !== "after"), ...(from === undefined ? [] : [["after", String(from)] as [string, string]])])}`;
  const places = await placeNames(actor, language);
  return (
    <Frame width="desk">
      <PageHead title={t("papers.new.title")} lead={t("papers.new.lead")} crumbs={[<a key="list" href="/audit/papers">{t("papers.title")}</a>]} />
      <Rooms current="papers" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 pt-5">
        <ErrorSummary t={ui} errors={errors} />
        <div data-screen>
          <Panel title={t("papers.ask.title")} padded>
            <form method="get" action="/audit/papers/new#drawn" className="grid grid-cols-[minmax(0,1fr)] gap-5">
              <div className="flex flex-wrap items-end gap-4">
                <TextField question={question("q", t("papers.ask.qHint"))} type="search" size="lg" defaultValue={one("q")} />
                <DateField question={question("from")} defaultValue={one("from")} />
                <DateField question={question("to")} defaultValue={one("to")} />
                {questionParts.map((part) => part !== "q" && part !== "from" && part !== "to" && one(part) !== "" && <input key={part} type="hidden" name={part} value={one(part)} />)}
              </div>
              <div className="flex flex-wrap items-end gap-4">
                <NumberField whole question={question("size")} defaultValue={one("size") || "25"} />
                <TextField question={question("seed", t("papers.ask.seedHint"))} size="lg" mono autoComplete="off" defaultValue={one("seed")} />
                {scopes.length > 1 && <SelectField question={question("scope")} options={scopes.map((scope) => ({ value: scope, label: scopeWords(scope, places, words) }))} defaultValue={one("scope")} />}
              </div>
              <CheckboxList question={{ ...question("by", t("papers.ask.byHint")), optional: true }} options={strataBy.map((value) => ({ value, label: t(`papers.by.${value}`) }))} chosen={by} />
              <Tick name="atLeastOne" value="true" checked={one("atLeastOne") === "true"}>{t("papers.ask.atLeastOne")}</Tick>
              <div><Button look={found && "drawn" in found ? "plain" : "first"}>{t("papers.ask.draw")}</Button></div>
            </form>
          </Panel>
        </div>
        {asked?.success && found && "drawn" in found && <DrawnSample actor={actor} found={found} asked={asked.data} after={after} here={here} />}
      </div>
    </Frame>
  );
}

function pairs(query: Query): [string, string][] {
  return Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]));
}

function given(of: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== ""));
}
