import { expect, test } from "vitest";
import { retried } from "../../db/retry.ts";

const failure = (code: string) => Object.assign(new Error(code), { cause: { code } });

for (const code of ["40001", "40P01", "57P03", "ECONNREFUSED"]) {
  test(`${code}: nothing was kept, so it is done again`, async () => {
    expect(await tries(code, 2, true)).toBe(3);
  });
}

for (const code of ["57P01", "CONNECTION_CLOSED", "ECONNRESET"]) {
  test(`${code} before the commit is done again`, async () => {
    expect(await tries(code, 1, false)).toBe(2);
  });

  test(`${code} once the commit was sent is for the caller to judge`, async () => {
    await expect(tries(code, 1, true)).rejects.toThrow(code);
  });
}

test("what the database refuses is not asked again", async () => {
  for (const code of ["23505", "42501", "25006", ""]) await expect(tries(code, 1, false)).rejects.toThrow();
});

test("it ends after five more tries", async () => {
  await expect(tries("40001", 6, false)).rejects.toThrow("40001");
});

/** How often it was tried, when the first `failures` fail with a code. */
async function tries(code: string, failures: number, sent: boolean): Promise<number> {
  let count = 0;
  return retried(async (commits) => {
    count++;
    if (sent) commits();
    if (count <= failures) throw failure(code);
    return count;
  });
}
