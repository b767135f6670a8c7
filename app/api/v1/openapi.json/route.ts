import { openApi } from "../_edge/openapi";
import { besides, json, open } from "../_edge/route";

/** The API's own description. */
export const GET = open(async () => json(openApi()));

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
