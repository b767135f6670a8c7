import { sql } from "drizzle-orm";

/** Today, as every office of the three places has it. */
export const today = sql`(now() at time zone 'Asia/Shanghai')::date`;
