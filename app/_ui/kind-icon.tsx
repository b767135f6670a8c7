import type { Kind } from "@/lib/policy/pack";
import { Icon, type IconName } from "./icon";

/** The glyph of a kind of resource. Kinds have a glyph and a word, never a colour. */
export function KindIcon({ kind, className }: { kind: Kind; className?: string }) {
  return <Icon name={icons[kind]} className={className} />;
}

const icons = {
  person: "user",
  sample: "test-tube",
  reagent: "flask-conical",
  data: "database",
  funds: "banknote",
} as const satisfies Record<Kind, IconName>;
