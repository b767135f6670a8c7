import type { Language } from "@/lib/language";
import type { Rate } from "@/lib/kind/funds/currencies";
import type { Facts } from "@/lib/policy/condition";
import type { Kind } from "@/lib/policy/pack";
import type { ConfirmingWords } from "@/lib/request/confirmed";
import type { MoneySentence } from "@/lib/request/money-words";
import type { KnownOrganisation } from "@/lib/request/host-named";

/** What the browser needs to read and weigh a page of the form by itself: plain values, no rules. */
export type LiveSection = {
  readonly kind: Kind;
  readonly section: string;
  readonly language: Language;
  /** The answers that are saved, of every page. */
  readonly facts: Facts;
  readonly claims: readonly string[];
  readonly window: { readonly from: string; readonly to: string } | null;
  /** The imported rates for the day of the crossing that is saved. */
  readonly rates: readonly Rate[];
  /** Where the rules are, for this kind and language. */
  readonly rules: string;
  readonly known: readonly KnownOrganisation[];
  readonly words: { readonly confirming: ConfirmingWords; readonly money: MoneySentence; readonly problems: Readonly<Record<string, string>> };
};
