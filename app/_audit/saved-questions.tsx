import { CommandForm } from "@/app/_request/command-form";
import { removeQuestionAction, saveQuestionAction } from "@/app/(desk)/audit/actions";
import { More, Panel } from "@/app/_ui/panel";
import type { PersonActor } from "@/lib/access/actor";
import { reader } from "@/lib/server/language";
import { placeNames } from "@/lib/server/place-names";
import { savedQuestionsOf, scopesOf, type SavedQuestion } from "@/lib/server/saved-questions";
import { scopeWords } from "./scope-words";

/** The questions that an auditor, or a colleague who audits the same, has kept; and keeping the one that was just asked. */
export async function SavedQuestions({ actor, query }: { actor: PersonActor; query: string }) {
  const [{ t, ui, language }, { own, shared }] = await Promise.all([reader(), savedQuestionsOf(actor)]);
  const places = await placeNames(actor, language);
  const scopes = scopesOf(actor).map((value) => ({ value, label: value === "all" ? t("audit.save.withAll") : t("audit.save.with", { scope: scopeWords(value, places, { t, ui }) }) }));
  const link = ({ query: asked, name }: SavedQuestion) => <a href={`/audit?${asked}`}>{name}</a>;
  return (
    <Panel id="saved" title={t("audit.save.saved")} padded={own.length + shared.length > 0}>
      {own.length + shared.length > 0 && (
        <ul className="grid gap-1.5 pb-3 text-sm">
          {own.map((one) => <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-3"><span>{link(one)}{one.shared && <span className="block text-xs text-ink-3">{t("audit.save.isShared")}</span>}</span><CommandForm compact action={removeQuestionAction} words={{ error: ui("error") }} fields={[{ is: "hidden", name: "id", value: one.id }]} submits={[{ label: t("audit.save.remove"), said: t("audit.save.removeNamed", { name: one.name }), size: "toolbar" }]} /></li>)}
          {shared.map((one) => <li key={one.id}>{link(one)}<span className="block text-xs text-ink-3">{one.by ?? t("pages.story.somebody")}</span></li>)}
        </ul>
      )}
      {query !== "" && (
        <div id="save">
          <More summary={t("audit.save.title")}>
            <div className="px-4 py-3 sm:px-5">
              <CommandForm
                action={saveQuestionAction}
                words={{ error: ui("error") }}
                fields={[
                  { is: "hidden", name: "query", value: query },
                  { is: "text", name: "name", label: t("audit.save.name") },
                  { is: "select", name: "shared", label: t("audit.save.share"), options: [{ value: "", label: t("audit.save.alone") }, ...scopes], value: "" },
                ]}
                submits={[{ label: t("audit.save.title") }]}
              />
            </div>
          </More>
        </div>
      )}
    </Panel>
  );
}
