import type { Metadata } from "next";
import { Blank } from "@/app/_ui/blank";
import { Footer } from "@/app/_ui/footer";
import { Header } from "@/app/_ui/header";
import { Page } from "@/app/_ui/page";
import { PageHead } from "@/app/_ui/page-head";
import { newestStatusList } from "@/db/queries/permit-keys";
import { type CredentialStatus, credentialStatuses } from "@/lib/permit/check-credential";
import { statusPurposes } from "@/lib/permit/credential";
import { controlPointName, controlPoints } from "@/lib/place/control-points";
import { jurisdictions } from "@/lib/place/jurisdictions";
import { kinds } from "@/lib/policy/pack";
import { type Reader, reader } from "@/lib/server/language";
import { kindDefinition } from "@/lib/kind/registry";
import { Checker, type CheckerWords } from "./checker";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("credential.check.title") };
}

/** Checks a signed permit on the device itself, and works without network once it was opened. Nobody is named on it: devices keep it as it is. */
export default async function CheckSignedPermit() {
  const [words, newest] = await Promise.all([reader(), newestStatusList()]);
  const { language, t, ui } = words;
  const lists = Array.from({ length: newest }, (_, at) => statusPurposes.map((purpose) => `/api/v1/status/${purpose}-${at + 1}`)).flat();
  return (
    <Page t={ui} width="read" header={<Header t={ui} language={language} here="/permits/check" width="read" />} footer={<Footer width="read" items={[ui("footer.guidance")]} />}>
      <PageHead title={t("credential.check.title")} lead={<>{t("credential.check.lead")}<Blank /><a href="/permits">{t("credential.check.byNumber")}</a></>} />
      <noscript><p className="mb-4 text-stop">{t("credential.check.noScript")}</p></noscript>
      <Checker words={wordsOf(words)} lists={lists} />
    </Page>
  );
}

const asked = ["token", "tokenHint", "file", "fileHint", "photo", "photoHint", "submit"] as const;
const reasons = ["notSigned", "otherAlgorithm", "otherType", "unknownKey", "keyUnusable", "signatureWrong", "notAPermit", "clockBehind", "statusNotTrusted", "revoked", "expired", "suspended", "notYet", "usedUp"] as const;
const verdicts = { valid: "pages.verdict.valid", notYet: "pages.verdict.not-yet", usedUp: "pages.verdict.used-up", suspended: "pages.verdict.suspended", revoked: "pages.verdict.revoked", expired: "pages.verdict.expired", unknown: "credential.verdict.unknown", invalid: "credential.verdict.invalid" } as const satisfies Record<CredentialStatus, string>;

function wordsOf({ language, t, ui }: Reader): CheckerWords {
  const named = <K extends string>(names: readonly K[], word: (name: K) => string) => Object.fromEntries(names.map((name) => [name, word(name)])) as Record<K, string>;
  const units = [...new Set(kinds.flatMap((kind) => kindDefinition(kind).units)), "container", "mL", "trip", "record"];
  return {
    language,
    ask: { ...named(asked, (name) => t(`credential.ask.${name}`)), error: ui("error"), optional: ui("optional") },
    say: {
      ...named(["kept", "notKept", "keeping", "statusUnknown", "noKeys", "noCode", "noReader"], (name) => t(`credential.say.${name}`)),
      ...named(["keysAsOf", "noneSigned", "statusAsOf"], (name) => t(`credential.say.${name}`, { at: "{at}" })),
      numberOnly: t("credential.say.numberOnly", { address: "{address}" }),
    },
    verdicts: named(credentialStatuses, (status) => t(verdicts[status])),
    reasons: named(reasons, (code) => t(`credential.reason.${code}`)),
    terms: {
      valid: t("pages.permit.valid"), fromTo: t("rules.fromTo", { from: "{from}", to: "{to}" }), route: ui("queue.corridor"), points: t("pages.permit.point"),
      limit: t("credential.terms.limit"), items: t("credential.terms.items"), conditions: t("credential.terms.conditions"), signedBy: t("credential.terms.signedBy", { issuer: "{issuer}" }),
    },
    kinds: named(kinds, (kind) => ui(`kind.${kind}`)),
    places: named(jurisdictions, (place) => ui(`jurisdiction.${place}`)),
    points: Object.fromEntries(controlPoints.map((point) => [point.id, controlPointName(point)[language]])),
    units: named(units, (unit) => t(`facts.units.${unit}.name`)),
  };
}
