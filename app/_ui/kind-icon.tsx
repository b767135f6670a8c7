import type { Kind } from "@/lib/policy/pack";
import { Pointed } from "./pointed";
import type { SymbolName } from "./symbols";

/** The glyph of a kind of resource. Kinds have a glyph and a word, never a colour. */
export function KindIcon({ kind, className }: { kind: Kind; className?: string }) {
  return <Pointed at={icons[kind]} className={className} />;
}

const icons = {
  person: "user",
  sample: "test-tube",
  reagent: "flask-conical",
  data: "database",
  funds: "banknote",
} as const satisfies Record<Kind, SymbolName>;
