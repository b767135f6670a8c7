import { open, sharedHeaders } from "@/app/api/v1/_edge/route";
import { permitPublicKeys } from "@/db/queries/permit-keys";
import { published } from "@/lib/server/permit-keys";

/** The public keys of permits' signatures (RFC 7517), old ones too. Without any nothing is kept: the first permit brings the first key. */
export const GET = open(async () => {
  const keys = (await permitPublicKeys()).map(published);
  return Response.json({ keys }, { headers: sharedHeaders(keys.length === 0 ? 0 : 300) });
});
