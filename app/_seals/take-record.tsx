import { Blank } from "@/app/_ui/blank";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/text-field";
import { reader } from "@/lib/server/language";

/** A request's record to take away, the program that checks it, and how. */
export async function TakeRecord({ id }: { id: string }) {
  const { t, ui } = await reader();
  return (
    <div className="grid gap-3 text-sm">
      <p>{t("seals.take.text")}</p>
      <ul className="grid gap-1 [&_a]:inline-block [&_a]:py-0.5">
        <li><a href={`/audit/${id}/export`} download>{t("seals.take.file")}</a></li>
        <li><a href="/seals/verify_record.py" download>{t("seals.offline.program")}</a></li>
      </ul>
      <p>{t("seals.take.how")}</p>
      <pre className="whitespace-pre-wrap break-all rounded-panel bg-sunken p-3 font-mono text-xs">{`python3 verify_record.py record-${id}.ndjson`}</pre>
      <form method="get" action={`/audit/${id}/export`} className="grid gap-3">
        <p>{t("seals.take.kept")}<Blank /><a href="/seals">{t("seals.title")}</a></p>
        <TextField question={{ t: ui, name: "seal", label: t("seals.take.size") }} size="sm" inputMode="numeric" autoComplete="off" />
        <div><Button>{t("seals.take.get")}</Button></div>
      </form>
    </div>
  );
}
