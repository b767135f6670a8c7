"use client";

import { useEffect, useSyncExternalStore } from "react";
import { CommandForm } from "@/app/_request/command-form";
import type { Keeping } from "@/app/_request/use-keeping";
import { keepPage } from "@/app/_ui/keep-page";
import { Panel } from "@/app/_ui/panel";
import { format } from "@/lib/format";
import { numberForInput } from "@/lib/kind/number-text";
import type { Language } from "@/lib/language";
import { codeIn, readHandOverCode } from "@/lib/permit/hand-over-code";

export type OfflineWords = Readonly<Record<"offline" | "what" | "place" | "quantity" | "condition" | "at" | "atHint" | "more" | "sound" | "damaged" | "error" | "optional", string>> & { readonly language: Language; readonly units: Readonly<Record<string, string>> };

/** Takes over what the code in the address names, though it cannot be looked up: what the code says of it by itself is shown. */
export function OfflineTakeOver({ words, keeping }: { words: OfflineWords; keeping: Keeping }) {
  // The page is drawn for every address alike.
  const text = useSyncExternalStore(never, () => codeIn(location.pathname), () => "");
  useEffect(() => void keepPage("/hand-over"), []);
  const code = readHandOverCode(text)?.code;
  if (!code) return null;
  const { number } = format(words.language);
  const amount = `${number(code.quantity.value)} ${words.units[code.quantity.unit] ?? code.quantity.unit}`;
  return (
    <Panel padded begin>
      <div className="grid gap-4">
        <p className="text-sm text-ink-2">{words.offline}</p>
        <p className="text-md font-medium">{words.what.replace("{amount}", amount).replace("{number}", code.number)}</p>
        <CommandForm
          compact
          atFoot
          action={keeping.send}
          keeping={keeping}
          words={{ error: words.error, optional: words.optional }}
          fields={[
            ...hidden({ type: "takeOver", requestId: code.request, code: text, next: `/requests/${code.request}/hand-over/${code.movement}`, "quantity.unit": code.quantity.unit }),
            { is: "text", name: "place", label: words.place },
            { is: "text", name: "quantity.value", label: words.quantity, hint: words.units[code.quantity.unit], size: "sm", inputMode: "decimal", value: numberForInput(code.quantity.value, words.language) },
          ]}
          parts={[{ summary: words.more, fields: [{ is: "text", name: "condition", label: words.condition, optional: true }, { is: "moment", name: "at", label: words.at, hint: words.atHint, optional: true }] }]}
          submits={[
            { label: words.sound, look: "first", name: "isSound", value: "true", wide: true },
            { label: words.damaged, name: "isSound", value: "false", wide: true },
          ]}
        />
      </div>
    </Panel>
  );
}

function never(): () => void {
  return () => {};
}

function hidden(fields: Readonly<Record<string, string>>) {
  return Object.entries(fields).map(([name, value]) => ({ is: "hidden" as const, name, value }));
}
