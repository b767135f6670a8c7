import { type Verified, verify } from "../../db/verify.ts";

/** What `verify` says where a test has lived through days to come and gone back to ours. It says rightly that a clock went back; everything else must hold. */
export async function verifiedAcrossDays(): Promise<Verified> {
  const found = await verify();
  const problems = found.problems.filter(({ code }) => code !== "timeReversed");
  return { ...found, ok: problems.length === 0, problems };
}
