import { Remark } from "@/app/_ui/remark";
import { breakGlassOf } from "@/db/queries/break-glass";
import type { PersonActor } from "@/lib/access/actor";
import { isOpen } from "@/lib/access/break-glass";
import { moment, realClock } from "@/lib/server/clock";
import { reader } from "@/lib/server/language";

/** Who opened this request by break-glass, why and until when: everybody who sees the request reads it, while it runs and afterwards. */
export async function GlassBroken({ actor, request }: { actor: PersonActor; request: string }) {
  const [{ t, format }, uses] = await Promise.all([reader(), breakGlassOf(actor, request)]);
  if (uses.length === 0) return null;
  const { now } = moment(realClock);
  return (
    <Remark state={uses.some((one) => isOpen(one, now)) ? "stop" : "rest"}>
      <h2 className="pb-1 text-base">{t("pages.breakGlass.here")}</h2>
      <ul className="grid gap-1">
        {uses.map((one) => (
          <li key={one.id}>
            {t(isOpen(one, now) ? "pages.breakGlass.runs" : "pages.breakGlass.ran", { who: one.by, from: format.dateTime(one.from), until: format.dateTime(one.ended ?? one.until) })}
            <span className="block text-ink-2">{format.pair(t("pages.breakGlass.reason"), one.reason)}</span>
          </li>
        ))}
      </ul>
    </Remark>
  );
}
