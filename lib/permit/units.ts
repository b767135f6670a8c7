/** Units that measure, money among them; every other unit counts things, and half a thing cannot cross. */
const measured = new Set(["mg", "g", "kg", "µL", "mL", "L", "CNY", "HKD", "MOP", "USD", "EUR"]);

export function isCounted(unit: string): boolean {
  return !measured.has(unit);
}
