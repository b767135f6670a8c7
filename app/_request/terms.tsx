import { Remark } from "@/app/_ui/remark";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { sendCommand } from "./actions";
import { CommandForm } from "./command-form";
import { hiddenFields } from "./hidden";

/** The terms of a request, and how to accept those that the reader has not accepted yet. */
export async function Terms({ detail, next }: { detail: RequestDetail; next: string }) {
  const { language, t, ui } = await reader();
  const open = detail.terms.filter(({ accepted }) => !accepted);
  return (
    <>
      {detail.terms.map((terms) => (
        <div key={terms.id} className="pb-3">
          <p className="font-medium">{terms.title[language]}</p>
          <p className="text-sm text-ink-2">{terms.body[language]}</p>
          {terms.accepted && <Remark state="done">{t("pages.check.accepted", { version: terms.version })}</Remark>}
        </div>
      ))}
      {open.length > 0 && (
        <CommandForm
          action={sendCommand}
          words={{ error: ui("error") }}
          fields={[...hiddenFields("acceptTerms", detail.id, next), { is: "some", name: "terms[]", label: t("pages.check.accept"), options: open.map(({ id, version, title }) => ({ value: `${id}@${version}`, label: title[language] })) }]}
          submits={[{ label: t("pages.check.acceptThese") }]}
        />
      )}
    </>
  );
}
