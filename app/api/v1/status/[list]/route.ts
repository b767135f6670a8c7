import { type StatusPurpose, statusPurposes } from "@/lib/permit/credential";
import { listKept } from "@/lib/permit/status-list";
import { statusList } from "@/lib/server/permit-credential";
import { problem } from "../../_edge/problem";
import { besides, open, sharedHeaders } from "../../_edge/route";

/** A status list of permits (W3C Bitstring Status List), signed. Anybody may have it: of whom a place is, it does not tell. */
export const GET = open(async ({ language, parameters: { list = "" } }) => {
  const [, purpose, number] = named.exec(list) ?? [];
  const token = number === undefined ? null : await statusList(Number(number), purpose as StatusPurpose);
  return token === null ? problem(404, language) : new Response(token, { headers: { "content-type": "application/vc+jwt", ...sharedHeaders(listKept / 1000) } });
});

const named = new RegExp(`^(${statusPurposes.join("|")})-([1-9]\\d{0,5})$`);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
