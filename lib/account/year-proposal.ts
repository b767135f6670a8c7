import { Decimal } from "decimal.js";

type Asked = { /** What other requests of the year come to, and what this one adds. */ readonly earlier: string; readonly own: string; /** What is answered so far, and what the request's own lines add up to. */ readonly answered: number | undefined; readonly lines: number | undefined };

/**
 * The running total that a question about the year is to be answered with, where nobody has said another: null where it stays as it is.
 * Whoever typed a number may know of more than stands here, and of less they have to think themselves: the note beside it shows the sum.
 */
export function yearProposal({ earlier, own, answered, lines }: Asked): number | null {
  if (new Decimal(earlier).isZero() || new Decimal(own).isZero()) return null;
  const isTyped = answered !== undefined && answered !== lines;
  const total = new Decimal(earlier).plus(own).toNumber();
  return isTyped || (answered ?? 0) >= total ? null : total;
}
