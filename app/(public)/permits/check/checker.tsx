"use client";
import { type ChangeEvent, type FormEvent, useEffect, useState } from "react";
import { Blank } from "@/app/_ui/blank";
import { Button } from "@/app/_ui/button";
import { DefinitionList } from "@/app/_ui/definition-list";
import { FileField, TextArea } from "@/app/_ui/inputs";
import { keepPage } from "@/app/_ui/keep-page";
import { Panel } from "@/app/_ui/panel";
import { PermitCard, type Verdict } from "@/app/_ui/permit-card";
import { format } from "@/lib/format";
import type { Language } from "@/lib/language";
import { checkCredential, type CredentialCheck, type CredentialStatus } from "@/lib/permit/check-credential";
import type { PermitTerms } from "@/lib/permit/credential";
import { readNumber } from "@/lib/permit/number";
import { tokenIn } from "@/lib/permit/token-in";
import type { Kind } from "@/lib/policy/pack";
import { type Known, loadKnown } from "./known";
import { readPhoto } from "./read-photo";

/** Every word that the page may come to say: without network nobody can be asked. */
export type CheckerWords = {
  readonly language: Language;
  readonly ask: Readonly<Record<"token" | "tokenHint" | "file" | "fileHint" | "photo" | "photoHint" | "submit" | "error" | "optional", string>>;
  readonly say: Readonly<Record<"kept" | "notKept" | "keeping" | "keysAsOf" | "statusAsOf" | "statusUnknown" | "noKeys" | "noneSigned" | "numberOnly" | "noCode" | "noReader", string>>;
  readonly verdicts: Readonly<Record<CredentialStatus, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly terms: Readonly<Record<"valid" | "fromTo" | "route" | "points" | "limit" | "items" | "conditions" | "signedBy", string>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, string>>;
  readonly points: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
};

const verdicts = { valid: "valid", notYet: "paused", suspended: "paused", unknown: "paused", usedUp: "stop", revoked: "stop", expired: "stop", invalid: "stop" } as const satisfies Record<CredentialStatus, Verdict>;

/** Takes a signed permit and says whether it holds, by what this device knows: nothing that is entered leaves it. */
export function Checker({ words, lists }: { words: CheckerWords; lists: readonly string[] }) {
  const [known, setKnown] = useState<Known | null>(null);
  const [isKept, setKept] = useState<boolean | null>(null);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const [checked, setChecked] = useState<CredentialCheck>();
  const { ask, say } = words;
  const { dateTime } = format(words.language);

  useEffect(() => {
    async function begin() {
      setKept(await keepPage("/permits/check", ["/.well-known/jwks.json", ...lists]));
      setKnown(await loadKnown(lists));
    }
    void begin();
  }, [lists]);

  function whatIsKnown({ keys, keysAsOf }: Known): string {
    if (keysAsOf === null) return say.noKeys;
    return (keys.length === 0 ? say.noneSigned : say.keysAsOf).replace("{at}", dateTime(keysAsOf));
  }

  async function check(said: string) {
    const number = readNumber(/(CWP-[\w-]{10,20})\s*$/i.exec(said.trim())?.[1] ?? "");
    setChecked(undefined);
    if (number !== null) return setProblem(say.numberOnly.replace("{address}", `/permits/${number}`));
    const now = await loadKnown(lists);
    setKnown(now);
    setProblem(now.keys.length === 0 ? whatIsKnown(now) : undefined);
    if (now.keys.length > 0) setChecked(await checkCredential(tokenIn(said), { keys: now.keys, lists: now.lists, now: new Date() }));
  }

  async function submitted(event: FormEvent) {
    event.preventDefault();
    await check(text);
  }

  async function chosen({ target }: ChangeEvent<HTMLInputElement>, read: (file: File) => Promise<void>) {
    const [file] = target.files ?? [];
    if (file) await read(file);
  }

  async function takeFile(file: File) {
    // Nothing of ours is larger than a megabyte.
    const said = await file.slice(0, 1_000_000).text();
    setText(tokenIn(said));
    await check(said);
  }

  async function takePhoto(file: File) {
    const read = await readPhoto(file);
    if (typeof read === "object") await check(read.text);
    else setProblem(read === "none" ? say.noCode : say.noReader);
  }

  const t = (key: string) => (key === "error" ? ask.error : ask.optional);
  return (
    <div className="grid gap-4">
      {checked && <Answer checked={checked} words={words} />}
      <Panel padded>
        <form onSubmit={(event) => void submitted(event)} className="grid gap-4">
          <TextArea question={{ t, name: "token", label: ask.token, hint: ask.tokenHint, error: problem }} value={text} onChange={(event) => setText(event.target.value)} rows={4} autoComplete="off" spellCheck={false} />
          <div><Button look="first">{ask.submit}</Button></div>
          <FileField question={{ t, name: "file", label: ask.file, hint: ask.fileHint }} accept=".jwt,.json,.txt" onChange={(event) => void chosen(event, takeFile)} />
          <FileField question={{ t, name: "photo", label: ask.photo, hint: ask.photoHint }} accept="image/*" capture="environment" onChange={(event) => void chosen(event, takePhoto)} />
        </form>
      </Panel>
      <p role="status" className="text-sm text-ink-2">
        {isKept === null ? say.keeping : isKept ? say.kept : say.notKept}<Blank />{known && whatIsKnown(known)}
      </p>
    </div>
  );
}

function Answer({ checked, words }: { checked: CredentialCheck; words: CheckerWords }) {
  const { status, number, reasons, statusAsOf, terms, issuer } = checked;
  const { dateTime } = format(words.language);
  const known = statusAsOf === null ? words.say.statusUnknown : words.say.statusAsOf.replace("{at}", dateTime(statusAsOf));
  return (
    <PermitCard
      verdict={verdicts[status]}
      word={words.verdicts[status]}
      detail={reasons.length === 0 ? undefined : reasons.map(({ code }) => <span key={code} className="block">{words.reasons[code]}</span>)}
      number={number ?? undefined}
      kind={terms?.kind as Kind | undefined}
      kindName={terms ? words.kinds[terms.kind] : undefined}
      terms={terms && <Terms terms={terms} words={words} />}
      proof={issuer === null ? undefined : { holds: true, title: words.terms.signedBy.replace("{issuer}", issuer), detail: known }}
    />
  );
}

function Terms({ terms, words }: { terms: PermitTerms; words: CheckerWords }) {
  const { number, date, list } = format(words.language);
  const amount = ({ value, unit }: PermitTerms["limit"]) => `${number(value)} ${words.units[unit] ?? unit}`;
  const place = (jurisdiction: string) => words.places[jurisdiction] ?? jurisdiction;
  const items = terms.items.map(({ name, role, quantity }) => [name ?? role, amount(quantity)].filter(Boolean).join(" · "));
  return (
    <DefinitionList
      shape="narrow"
      answers={[
        { term: words.terms.valid, value: words.terms.fromTo.replace("{from}", date(terms.window.from)).replace("{to}", date(terms.window.to)) },
        { term: words.terms.route, value: `${place(terms.corridor.from.jurisdiction)} → ${place(terms.corridor.to.jurisdiction)}` },
        { term: words.terms.points, value: terms.controlPoints.length === 0 ? undefined : list(terms.controlPoints.map((point) => words.points[point] ?? point), "disjunction") },
        { term: words.terms.limit, value: amount(terms.limit) },
        ...(items.length === 0 ? [] : [{ term: words.terms.items, value: items.slice(0, 20).map((item, at) => <span key={at} className="block break-words">{item}</span>) }]),
        ...(terms.conditions.length === 0 ? [] : [{ term: words.terms.conditions, value: terms.conditions.map((one, at) => <span key={at} className="block break-words">{one}</span>) }]),
      ]}
    />
  );
}
