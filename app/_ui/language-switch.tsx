import { htmlLanguage } from "@/lib/html-language";
import { languages, type Language } from "@/lib/language";

/**
 * Four plain links to `/language`, which sets the cookie and comes back. Full names where there is room, two letters where not.
 * Whole navigations on purpose: a prefetch would change the language.
 */
export function LanguageSwitch({ language, here, label }: { language: Language; here: string; label: string }) {
  return (
    <ul aria-label={label} className="flex sm:gap-1">
      {languages.map((one) => (
        <li key={one}>
          <a
            href={`/language?to=${one}&back=${encodeURIComponent(here)}`}
            lang={htmlLanguage[one]}
            hrefLang={htmlLanguage[one]}
            aria-current={one === language ? "true" : undefined}
            className={`block min-w-6.5 px-1 py-1.5 text-center whitespace-nowrap no-underline hover:underline ${one === language ? "font-semibold text-ink hover:text-ink" : "text-ink-3 hover:text-ink"}`}
          >
            <span className="sr-only sm:not-sr-only">{names[one].full}</span>
            <span aria-hidden="true" className="sm:hidden">{names[one].short}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

const names = {
  en: { full: "English", short: "EN" },
  "zh-Hant": { full: "繁體", short: "繁" },
  "zh-Hans": { full: "简体", short: "简" },
  pt: { full: "Português", short: "PT" },
} as const satisfies Record<Language, { full: string; short: string }>;
