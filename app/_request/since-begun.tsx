import { Remark } from "@/app/_ui/remark";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { requirementName } from "@/lib/server/requirement-name";

/** What was not any more as it was when the draft began: every desk is told before it decides. */
export async function SinceBegun({ detail }: { detail: RequestDetail }) {
  const { language, t } = await reader();
  if (detail.sinceBegun.length === 0) return null;
  return (
    <Remark>
      <h2 className="font-medium">{t("case.since.title")}</h2>
      <ul className="grid gap-1">{detail.sinceBegun.map(({ code, id, was, now }) => <li key={`${code} ${id}`}>{t(`case.since.${code}`, { id: requirementName(id, language, t), was, now })}</li>)}</ul>
    </Remark>
  );
}
