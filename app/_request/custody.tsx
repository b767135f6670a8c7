import { ButtonLink } from "@/app/_ui/button";
import { type Consignment, consignments, isUnderWay } from "@/lib/permit/consignments";
import { chainOf, holderOf, isHeld, lastCounted, type Link } from "@/lib/permit/custody";
import type { Reader } from "@/lib/server/language";
import type { DetailHandOver, RequestDetail } from "@/lib/server/request-detail";
import { isTheirs } from "./may";
import { quantityWords } from "@/lib/server/quantity-words";
import { pointName } from "./words";

type Kept = Pick<RequestDetail, "id" | "ledger" | "custody" | "names">;

/** Who has had what left, as a line of people and places, with the way to hand on what is under way. */
export function Custody({ detail, person, words, titled = true }: { detail: RequestDetail; person: string; words: Reader; titled?: boolean }) {
  const moved = consignments(detail.ledger).filter((one) => one.at.departed !== null).toReversed();
  if (moved.length === 0 || !isHeld(detail.kind)) return null;
  // Whoever writes in the ledger may show a code, too.
  const writes = isTheirs(detail, "recordMovement");
  return (
    <div>
      {titled && <h3 className="pb-1 text-sm font-medium">{words.t("ledger.custody.title")}</h3>}
      <ul className="grid gap-5">
        {moved.slice(0, 10).map((one) => (
          <li key={one.id} className="grid gap-2">
            <Chain one={one} detail={detail} words={words} />
            {isUnderWay(one) && (writes || holderOf(one, detail) === person) && <HandOverLink one={one} detail={detail} words={words} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function HandOverLink({ one, detail, words }: { one: Consignment; detail: Kept; words: Reader }) {
  const counted = lastCounted(one, detail.custody);
  return counted && <div data-screen><ButtonLink href={`/requests/${detail.id}/hand-over/${one.id}`}>{words.t("ledger.custody.handOver", { amount: quantityWords(counted, words) })}</ButtonLink></div>;
}

/** One movement's line; where it came from other hands than the record says, the line is broken. */
export function Chain({ one, detail, words }: { one: Consignment; detail: Kept; words: Reader }) {
  const { t } = words;
  const links = chainOf(one, detail);
  const holder = isUnderWay(one) ? holderOf(one, detail) : null;
  const named = (person: string | null) => (person === null ? t("pages.story.somebody") : (detail.names.people[person] ?? t("pages.story.somebody")));
  return (
    <ol className="text-sm">
      {links.map((link, at) => (
        <li key={`${link.is} ${link.at}`} className="relative py-1.5 ps-5.5">
          <span aria-hidden="true" data-line className={`absolute start-1 w-0.5 bg-line-strong ${reach(at, links.length)}`} />
          <span aria-hidden="true" data-line className={`absolute start-0 top-3 size-2.5 rounded-full border-2 ${link.gap === null ? "border-ink bg-ink" : "border-stop-solid bg-paper"}`} />
          {link.gap !== null && <span className="block font-medium text-stop">{t("ledger.custody.gap", { who: named(link.gap) })}</span>}
          <span className="block">{sentence(link, named, words)}</span>
          <span className="block text-xs text-ink-3">{aside(link, words)}</span>
        </li>
      ))}
      {holder !== null && <li className="ps-5.5 font-medium">{t("ledger.custody.has", { who: named(holder) })}</li>}
    </ol>
  );
}

function sentence(link: Link<DetailHandOver>, named: (person: string | null) => string, words: Reader): string {
  const { t } = words;
  if (link.is !== "handedOver") return t(`ledger.custody.${link.is}`, { who: named(link.person), amount: quantityWords(link.entry.quantity, words) });
  const { from, to, quantity } = link.handOver;
  return t("ledger.custody.handedOver", { from: named(from), to: named(to), amount: quantityWords(quantity, words) });
}

/** When, where and how. */
function aside(link: Link<DetailHandOver>, { t, format, language }: Reader): string {
  if (link.is !== "handedOver") return format.series([format.dateTime(link.at), ...(link.entry.controlPoint ? [pointName(link.entry.controlPoint, language) ?? link.entry.controlPoint] : [])]);
  const { place, condition, isSound } = link.handOver;
  return format.series([format.dateTime(link.at), ...(place ? [place] : []), t(isSound ? "ledger.custody.sound" : "ledger.custody.damaged"), ...(condition ? [condition] : [])]);
}

function reach(at: number, count: number): string {
  if (count === 1) return "hidden";
  if (at === 0) return "top-4 bottom-0";
  return at === count - 1 ? "top-0 h-4" : "inset-y-0";
}
