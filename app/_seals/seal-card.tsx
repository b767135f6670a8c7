import { DefinitionList } from "@/app/_ui/definition-list";
import { QrCode } from "@/app/_ui/qr-code";
import { reader } from "@/lib/server/language";

/** A seal to keep: what it says, as it stands, and as a picture that a phone reads back to the same text. */
export async function SealCard({ seal: { size, root, sealedAt, note } }: { seal: { size: number; root: string; sealedAt: string; note: string } }) {
  const { t, format } = await reader();
  return (
    <div className="grid gap-5 md:grid-cols-[minmax(0,1fr)_14rem]">
      <div className="min-w-0">
        <DefinitionList answers={[{ term: t("seals.at"), value: format.dateTime(sealedAt) }, { term: t("seals.size"), value: format.number(size) }, { term: t("seals.root"), value: <span className="font-mono break-all">{root}</span> }]} />
        <h3 className="mt-4 mb-1.5 text-md">{t("seals.note")}</h3>
        <pre className="whitespace-pre-wrap break-all rounded-panel bg-sunken p-3 font-mono text-xs">{note}</pre>
        <p className="pt-3" data-screen><a href={`/seals/${size}/seal.txt`} download>{t("seals.file")}</a></p>
      </div>
      <div className="max-w-56"><QrCode text={note} label={t("seals.qr")} /></div>
    </div>
  );
}
