import { accountsOf } from "@/db/queries/accounts";
import { besides, json, keyed } from "../_edge/route";

/** The quotas that the key's person keeps or audits, a year each, with what is left. */
export const GET = keyed("read", async (actor) => json({ items: await accountsOf(actor) }));

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
