/** A sentence in which a number that people copy stays on one line: a narrow page would break it at its hyphens. */
export function Unbroken({ text, number }: { text: string; number: string }) {
  const at = text.indexOf(number);
  if (at < 0) return text;
  return <>{text.slice(0, at)}<span className="whitespace-nowrap">{number}</span>{text.slice(at + number.length)}</>;
}
