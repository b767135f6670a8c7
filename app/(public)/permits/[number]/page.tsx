import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { QrCode } from "@/app/_ui/qr-code";
import { ButtonLink } from "@/app/_ui/button";
import { DefinitionList } from "@/app/_ui/definition-list";
import { PageHead } from "@/app/_ui/page-head";
import { PermitCard, type Verdict } from "@/app/_ui/permit-card";
import { Frame } from "@/app/_request/frame";
import { quantityWords } from "@/lib/server/quantity-words";
import { pointName } from "@/app/_request/words";
import { permitByNumber, type CheckedPermit } from "@/db/queries/permit-check";
import { pointPermits } from "@/db/queries/point-permits";
import { isCounted } from "@/lib/permit/units";
import { clientAddress } from "@/lib/server/client-address";
import { moment, realClock } from "@/lib/server/clock";
import { reader } from "@/lib/server/language";
import { countAttempt } from "@/lib/server/rate-limit";
import { currentActor } from "@/lib/server/session";
import { settings } from "@/lib/server/settings";

export async function generateMetadata({ params }: { params: Promise<{ number: string }> }): Promise<Metadata> {
  return { title: (await params).number.slice(0, 40) };
}

const verdicts = { valid: "valid", "not-yet": "paused", "used-up": "stop", closed: "stop", expired: "stop", revoked: "stop", suspended: "paused", replaced: "stop" } as const satisfies Record<CheckedPermit["status"], Verdict>;

/** Whether a permit holds, for whoever has its number: no names, no answers. */
export default async function CheckedPermitPage({ params }: { params: Promise<{ number: string }> }) {
  const [{ language, t, ui, format }, { number }, from, actor] = await Promise.all([reader(), params, headers(), currentActor()]);
  const allowance = await countAttempt([{ name: "permit check", of: clientAddress(from), most: 120, minutes: 1 }], new Date());
  if (!allowance.allowed) return <Frame width="read"><PageHead title={t("pages.permit.tooMany")} lead={format.time(allowance.retryAt)} /></Frame>;
  const { today } = moment(realClock);
  const permit = await permitByNumber(decodeURIComponent(number), today);
  if (!permit) notFound();
  // Whoever stands where it may cross goes on to the record of the crossing; to everybody else it is only a number.
  const request = actor.kind === "person" ? (await pointPermits(actor, today)).find((one) => one.number === permit.number)?.requestId : undefined;
  const unit = (value: string) => quantityWords({ value, unit: permit.limit.unit }, { t, format });
  return (
    <Frame width="read">
      <PermitCard
        verdict={verdicts[permit.status]}
        word={t(`pages.verdict.${permit.status}`)}
        number={permit.number}
        kind={permit.kind}
        kindName={ui(`kind.${permit.kind}`)}
        left={permit.status === "valid" ? { title: t("pages.permit.leftTitle"), value: format.number(permit.remaining), words: t("pages.permit.of", { amount: unit(permit.limit.value) }), ...(isCounted(permit.limit.unit) && Number(permit.limit.value) <= 100 ? { cells: { used: Number(permit.used), all: Number(permit.limit.value) } } : {}) } : undefined}
        terms={
          <DefinitionList
            shape="narrow"
            answers={[
              ...(permit.replacedBy === undefined ? [] : [{ term: t("after.permit.replacedBy"), value: <a href={`/permits/${permit.replacedBy}`} className="font-mono">{permit.replacedBy}</a> }]),
              ...(permit.revokedFrom === undefined ? [] : [{ term: t("after.permit.revokedFrom"), value: format.date(permit.revokedFrom) }]),
              { term: t("pages.permit.valid"), value: t("rules.fromTo", { from: format.date(permit.validFrom), to: format.date(permit.validUntil) }) },
              { term: ui("queue.corridor"), value: `${ui(`jurisdiction.${permit.from}`)} → ${ui(`jurisdiction.${permit.to}`)}` },
              { term: t("pages.permit.point"), value: pointName(permit.controlPoint, language) ?? undefined },
            ]}
          />
        }
        code={<QrCode text={`${settings().PUBLIC_URL}/permits/${permit.number}`} label={t("credential.code")} />}
        actions={
          <>
            {request !== undefined && <ButtonLink href={`/requests/${request}/ledger`} look="first" wide>{t("pages.permit.record")}</ButtonLink>}
            <ButtonLink href="/permits" wide>{t("pages.permit.another")}</ButtonLink>
          </>
        }
      />
    </Frame>
  );
}
