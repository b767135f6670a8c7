import { logPublicKeys } from "@/db/queries/log-keys";
import { publishedLogKey } from "@/lib/server/log-keys";
import { besides, open, sharedHeaders } from "../../_edge/route";

/** Every public key that ever signed seals, the newest first. */
export const GET = open(async () => Response.json({ items: (await logPublicKeys()).map(publishedLogKey) }, { headers: sharedHeaders(0) }));

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
