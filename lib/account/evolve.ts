import { Decimal } from "decimal.js";
import type { Quantity } from "../request/events.ts";
import type { AccountEvent } from "./events.ts";
import type { AccountKey } from "./quota.ts";
import type { StandingGrant } from "./standing-grant.ts";

/** What one request has of an account: set aside for it, and used up by what crossed. */
export type Held = { readonly number: string; readonly reserved: string; readonly used: string };

export type Account = AccountKey & {
  readonly status: "set";
  readonly id: string;
  readonly seq: number;
  /** The desk that keeps it: its head sets and raises it. */
  readonly desk: string;
  readonly limit: Quantity;
  readonly grant?: StandingGrant;
  /** How many days before the grant’s end its desk was told of it. */
  readonly told: readonly number[];
  readonly held: Readonly<Record<string, Held>>;
  readonly changedAt: string;
};
export type AccountState = { readonly status: "none" } | Account;

/** The state of an account after one more event. Pure; throws only when a chain breaks its own order. */
export function evolveAccount(state: AccountState, event: AccountEvent): Account {
  const after = { seq: event.seq, changedAt: event.at };
  if (event.type === "quota.set") {
    const { reason: _, ...set } = event.data;
    const isSame = state.status === "set" && state.grant?.validUntil === set.grant?.validUntil;
    return { status: "set", id: event.account, held: state.status === "set" ? state.held : {}, told: isSame ? state.told : [], ...set, ...after };
  }
  if (state.status === "none") throw new Error(`${event.type} before quota.set`);
  if (event.type === "grant.expiring") return { ...state, ...after, told: [...state.told, event.data.days] };
  const { request, number, amount } = event.data;
  const was = state.held[request] ?? { number, reserved: "0", used: "0" };
  return { ...state, ...after, held: { ...state.held, [request]: { number, ...moved(event.type, was, amount.value) } } };
}

export function replayAccount(events: readonly AccountEvent[]): AccountState {
  return events.reduce<AccountState>(evolveAccount, { status: "none" });
}

/** What all requests together have set aside and used up. */
export function totalsOf({ held }: Pick<Account, "held">): { readonly reserved: string; readonly used: string } {
  const sum = (of: "reserved" | "used") => Object.values(held).reduce((total, one) => total.plus(one[of]), new Decimal(0)).toFixed();
  return { reserved: sum("reserved"), used: sum("used") };
}

/** What a request has of an account after one more entry. */
export function moved(type: Exclude<AccountEvent["type"], "quota.set" | "grant.expiring">, { reserved, used }: Pick<Held, "reserved" | "used">, amount: string): Pick<Held, "reserved" | "used"> {
  const less = new Decimal(reserved).minus(amount).toFixed();
  switch (type) {
    case "quota.reserved":
      return { reserved: new Decimal(reserved).plus(amount).toFixed(), used };
    case "quota.released":
      return { reserved: less, used };
    case "quota.used":
      return { reserved: less, used: new Decimal(used).plus(amount).toFixed() };
    default:
      return type satisfies never;
  }
}
