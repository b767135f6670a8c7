import { DefinitionList } from "@/app/_ui/definition-list";
import { namedPeople } from "@/db/queries/named-people";
import type { Actor } from "@/lib/access/actor";
import { kindDefinition } from "@/lib/kind/registry";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { quantityWords } from "@/lib/server/quantity-words";

/** Who takes part, when it may cross and how much, with everybody by name, as the page about them asks it. */
export async function PartyAnswers({ detail, actor, change }: { detail: RequestDetail; actor: Actor; change?: boolean }) {
  const { language, t, ui, format } = await reader();
  const people = await namedPeople(actor, { ids: detail.team, emails: detail.endorser ? [detail.endorser] : [] });
  const inFull = ({ name, organisation }: (typeof people)[number]) => format.within(name, organisation?.[language]);
  const endorser = people.find(({ email, id }) => email === detail.endorser?.trim().toLowerCase() || id === detail.endorser);
  const team = people.filter(({ id }) => detail.team.includes(id));
  const { host, window, limit } = detail;
  const organisation = (id: string) => detail.names.organisations[id]?.[language] ?? id;
  const answers = [
    { term: t("pages.label.title"), value: detail.title || undefined },
    { term: t("pages.label.home"), value: organisation(detail.home) },
    { term: t("pages.label.host"), value: host === null ? undefined : "organisation" in host ? organisation(host.organisation) : t("form.host.away", { ror: host.ror }) },
    { term: t("pages.label.endorser"), value: endorser ? inFull(endorser) : (detail.endorser ?? undefined) },
    { term: t("form.team.label"), value: team.length > 0 ? format.series(team.map(inFull)) : undefined },
    { term: t("pages.label.window"), value: window ? t("rules.fromTo", { from: format.date(window.from), to: format.date(window.to) }) : undefined },
    { term: t("pages.label.limit"), value: limit ? quantityWords(limit, { t, format }) : undefined },
    ...(detail.claims.length > 0 ? [{ term: t("pages.label.claims"), value: format.series(detail.claims.map((id) => detail.regimes[id]?.title[language] ?? id)) }] : []),
  ];
  return (
    <section>
      <div className="flex items-baseline justify-between gap-4 pb-1">
        <h3 className="text-md font-semibold">{t("pages.section.people")}</h3>
        {change && <a href={`/requests/${detail.id}/edit/people`} aria-label={format.pair(ui("act.change"), t("pages.section.people"))}>{ui("act.change")}</a>}
      </div>
      <DefinitionList shape="narrow" answers={answers} />
    </section>
  );
}

/** The lines of a request to read: as a table where its columns fit a page, else each line with its cells below each other. */
export async function LineAnswers({ detail }: { detail: RequestDetail }) {
  const { language, t, format } = await reader();
  const table = kindDefinition(detail.kind).lines;
  if (table === null || detail.lines.length === 0) return null;
  const lines = detail.lines as readonly Readonly<Record<string, unknown>>[];
  const cells = table.cells.filter((cell) => lines.some((line) => line[cell] !== undefined));
  const name = (cell: string) => t(`facts.lines.cells.${cell}`);
  const shown = (cell: string, value: unknown) => {
    const text = String(value ?? "");
    if (table.numeric.includes(cell)) return format.number(text);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return format.shortDate(text);
    return t.has(`facts.units.${text}.name`) ? t(`facts.units.${text}.name`) : table.nameOf(text, language);
  };
  return (
    <section className="min-w-0">
      <h3 className="pb-1 text-md font-semibold">{t(`facts.lines.${detail.kind}.title`)}</h3>
      {cells.length <= mostColumns ? (
        <table className="w-full text-sm">
          <thead>
            <tr className="border-b border-line-strong">{cells.map((cell) => <th key={cell} scope="col" className={`py-1.5 pe-2 font-normal text-ink-3 ${table.numeric.includes(cell) ? "text-end" : "text-start"}`}>{name(cell)}</th>)}</tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={at} className="border-b border-line">{cells.map((cell) => <td key={cell} className={`py-1.5 pe-2 ${table.numeric.includes(cell) ? "text-end tabular-nums" : ""}`}>{shown(cell, line[cell])}</td>)}</tr>
            ))}
          </tbody>
        </table>
      ) : (
        <ol className="text-sm">
          {lines.map((line, at) => (
            <li key={at} className="border-b border-line py-2 first:border-t">
              <dl className="grid grid-cols-2 gap-x-4 gap-y-1.5 sm:grid-cols-4">
                {cells.filter((cell) => line[cell] !== undefined).map((cell, place) => (
                  <div key={cell} className={`min-w-0 ${place === 0 ? "col-span-2 font-medium" : ""}`}>
                    <dt className="text-xs font-normal text-ink-3">{name(cell)}</dt>
                    <dd className="wrap-anywhere">{shown(cell, line[cell])}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const mostColumns = 5;
