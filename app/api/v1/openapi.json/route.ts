import { openApi } from "../_edge/openapi";
import { json, open } from "../_edge/route";

/** The API's own description. */
export const GET = open(async () => json(openApi()));
