/** Makes the demonstration world when the database is empty; answers what the operator should read about signing in. */
export async function ensureDemonstration(say: (line: string) => void): Promise<readonly string[]> {
  const { makeDemonstration } = await import("../../lib/server/demo/make.ts");
  say("Making the demonstration world.");
  await makeDemonstration();
  return [];
}
