import { addressOf, type Answers } from "@/lib/finder/answers";

/** The answers that a form does not ask for, carried along in it. */
export function Carried({ answers, except = [] }: { answers: Answers; except?: readonly string[] }) {
  const kept = [...new URLSearchParams(addressOf(answers))].filter(([name, value]) => !except.includes(name) && !(name === "skip" && except.includes(value)));
  return kept.map(([name, value], at) => <input key={at} type="hidden" name={name} value={value} />);
}
