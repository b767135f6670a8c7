import { ButtonLink } from "@/app/_ui/button";
import { PageHead } from "@/app/_ui/page-head";
import { Frame } from "@/app/_request/frame";
import { reader } from "@/lib/server/language";

/** A number that no permit has: whoever stands at the counter must read that, and not only that a page is missing. */
export default async function UnknownPermit() {
  const { t } = await reader();
  return (
    <Frame width="read">
      <PageHead title={t("permit.unknown")} lead={t("permit.unknownText")} />
      <ButtonLink href="/permits" look="first">{t("permit.again")}</ButtonLink>
    </Frame>
  );
}
