import { type Language, languages, type Text } from "../language.ts";
import { appealDefinition, appealStep } from "./appeal.ts";
import type { StepDefinition, StepNames } from "./definition.ts";

/** The definition of a step of a case, by its id there; one for a line of the request's table is named with the number of the line, a further reviewer's with theirs, one of a programme's desk as all of them are. */
export function definitionAt(steps: readonly StepDefinition[], id: string): StepDefinition | undefined {
  const [base = id, ...parts] = id.split(".");
  const found = base === appealStep ? appealDefinition : steps.find((step) => step.id === base);
  return found && { ...found, name: parts.reduce(withPart, found.name) };
}

/** The id by which a definition has a step of a case: the same for the reviews of all lines. */
export function writtenAs(id: string): string {
  return id.split(".")[0] ?? id;
}

/** What a step of a case is called; undefined for one that no definition has. */
export function nameAt(names: StepNames, id: string): Text | undefined {
  const [base = id, ...parts] = id.split(".");
  const found = names[base];
  return found && parts.reduce(withPart, found);
}

function withPart(name: Text, part: string): Text {
  const [, reviewer] = /^r(\d+)$/.exec(part) ?? [];
  if (reviewer === undefined && !/^\d+$/.test(part)) return name;
  const said = (language: Language) => (reviewer === undefined ? ` · ${part}` : language.startsWith("zh") ? `（${reviewer}）` : ` (${reviewer})`);
  return Object.fromEntries(languages.map((language) => [language, `${name[language]}${said(language)}`])) as Text;
}
