import { languages, type Text } from "../language.ts";
import { appealDefinition, appealStep } from "./appeal.ts";
import type { StepDefinition, StepNames } from "./definition.ts";

/** The definition of a step of a case, by its id there; one for a line of the request's table is named with the number of the line, one of a programme's desk as all of them are. */
export function definitionAt(steps: readonly StepDefinition[], id: string): StepDefinition | undefined {
  const [base = id, line] = id.split(".");
  const found = base === appealStep ? appealDefinition : steps.find((step) => step.id === base);
  return found && line !== undefined && isLine(line) ? { ...found, name: atLine(found.name, line) } : found;
}

/** What a step of a case is called; undefined for one that no definition has. */
export function nameAt(names: StepNames, id: string): Text | undefined {
  const [base = id, line] = id.split(".");
  const found = names[base];
  return found && line !== undefined && isLine(line) ? atLine(found, line) : found;
}

function isLine(text: string): boolean {
  return /^\d+$/.test(text);
}

function atLine(name: Text, line: string): Text {
  return Object.fromEntries(languages.map((language) => [language, `${name[language]} · ${line}`])) as Text;
}
