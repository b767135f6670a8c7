import { htmlLanguage, type Language } from "@/lib/language";
import type { Translator } from "@/lib/server/translate";

/**
 * Stands above a form that was sent after its session had ended: nothing was sent, what was typed is below, and one can
 * sign in elsewhere and send it again.
 */
export function SessionEnded({ t, language }: { t: Translator; language: Language }) {
  return (
    <section role="alert" lang={htmlLanguage[language]} className="mb-5 rounded-panel border-2 border-stop-solid bg-paper px-4 pt-3.5 pb-4 sm:px-5">
      <h2 className="text-lg">{t("auth.ended.title")}</h2>
      <p className="mt-1 text-sm">{t("auth.ended.kept")} <a href="/sign-in" target="_blank">{t("auth.ended.signIn")}</a></p>
    </section>
  );
}
