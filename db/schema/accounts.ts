import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { StandingGrant } from "../../lib/account/standing-grant.ts";
import { amount, day, instant, requestId } from "./columns.ts";

/* Read tables of accounts: what their events come to. Only db/project-account writes them; verify holds them to the chains. */

/** A year's quota of an organisation: how much there is, how much is set aside and how much is used. */
export const accounts = pgTable(
  "accounts",
  {
    accountId: uuid("account_id").primaryKey(),
    organisation: text("organisation").notNull(),
    quota: text("quota").notNull(),
    year: integer("year").notNull(),
    /** The desk that keeps it. */
    desk: text("desk").notNull(),
    /** Of what an outside authority granted. */
    grant: jsonb("granted").$type<StandingGrant>(),
    unit: text("unit").notNull(),
    limitValue: amount("limit_value").notNull(),
    reserved: amount("reserved").notNull(),
    used: amount("used").notNull(),
    /** When its desk is next to be told of the grant’s end. */
    tellOn: day("tell_on"),
    version: integer("version").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [index("accounts_tell").on(t.tellOn).where(sql`tell_on is not null`), index("accounts_organisation").on(t.organisation, t.quota, t.year)],
);

/** What a request has of an account. */
export const quotaHoldings = pgTable(
  "quota_holdings",
  {
    requestId: requestId(),
    accountId: uuid("account_id").notNull(),
    number: text("number").notNull(),
    reserved: amount("reserved").notNull(),
    used: amount("used").notNull(),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.accountId] }), index("quota_holdings_account").on(t.accountId)],
);
