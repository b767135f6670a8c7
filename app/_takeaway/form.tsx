import { RadioList, Tick } from "@/app/_ui/choices";
import { Button } from "@/app/_ui/button";
import { reader } from "@/lib/server/language";
import { Carrier } from "./carrier";

/** The form in which something is taken away: which form of file, and what was asked along with it. */
export async function TakeAwayForm({ action, all, asked, formats, chosen, error }: { action: string; all: number | null; asked: Readonly<Record<string, string>>; formats: readonly string[]; chosen?: string; error?: string }) {
  const { t, ui, language } = await reader();
  const words = { running: t("takeaway.running"), finishing: t("takeaway.finishing"), progress: t("takeaway.progress", { seen: "{seen}", all: "{all}" }), done: t("takeaway.done", { rows: "{rows}", withheld: "{withheld}" }), broken: t("takeaway.broken"), refused: t("takeaway.refused"), stopped: t("takeaway.stopped"), stop: t("takeaway.stop") };
  return (
    <Carrier action={action} all={all} language={language} words={words}>
      {Object.entries(asked).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <RadioList question={{ t: ui, name: "format", label: t("takeaway.format"), error }} options={formats.map((format) => ({ value: format, label: t(`takeaway.form.${format}`), help: t(`takeaway.help.${format}`) }))} chosen={chosen ?? formats[0]} />
      <Tick name="bom" value="1">{t("takeaway.bom")}</Tick>
      <div className="pt-3"><Button look="first">{t("takeaway.start")}</Button></div>
    </Carrier>
  );
}
