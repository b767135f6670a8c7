import { describe, expect, test } from "vitest";
import { isFailure } from "../../../cli/failure.ts";
import { checkUsage } from "../../../cli/options.ts";
import workdays, { usage } from "../../../cli/verbs/workdays.ts";

/** What the command prints for these options, or its one line and exit code. */
async function ran(...args: string[]) {
  const [out, err]: [unknown[], string[]] = [[], []];
  const io = { line: (text: string) => void out.push(text), json: (value: unknown) => void out.push(value), complain: (text: string) => void err.push(text), taken: async () => {}, input: async () => "" };
  try {
    checkUsage(usage, args);
    return { code: await workdays(args, io), out, err };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { code: error.exitCode, out, err: [error.message] };
  }
}

describe("the workdays command", () => {
  test("prints the day and what was passed over, and nothing else", async () => {
    const { code, out, err } = await ran("--json", "--from", "2026-01-30", "--days", "10", "--regions", "CN,HK");
    expect([code, err]).toEqual([0, []]);
    expect(out).toEqual([{ due: "2026-02-13", skipped: ["2026-01-31", "2026-02-01", "2026-02-07", "2026-02-08"].map((date) => ({ date, regions: ["CN", "HK"], reason: "weekend" })) }]);
  });

  test("counts back, by a dash as people type it, and says in words what it says in JSON", async () => {
    expect((await ran("--from", "2026-02-20", "--days", "-1", "--regions", "mo")).out).toEqual(["2026-02-16", "2026-02-19\tMO\tLunar New Year", "2026-02-18\tMO\tLunar New Year", "2026-02-17\tMO\tLunar New Year"]);
  });

  test("warns in one line of a year that is not published, and answers all the same", async () => {
    const { code, out, err } = await ran("--json", "--from", "2026-12-31", "--days", "1", "--regions", "CN,HK");
    expect([code, out, err]).toEqual([0, [expect.objectContaining({ due: "2027-01-04", provisional: [{ region: "CN", year: 2027 }] })], [expect.stringMatching(/CN 2027 .* provisional/)]]);
  });

  test.each([
    [["--from", "2026-02-30", "--days", "1", "--regions", "CN"], /2026-02-30/],
    [["--from", "tomorrow", "--days", "1", "--regions", "CN"], /tomorrow/],
    [["--from", "2026-01-30", "--days", "ten", "--regions", "CN"], /whole number/],
    [["--from", "2026-01-30", "--days", "1.5", "--regions", "CN"], /whole number/],
    [["--from", "2026-01-30", "--days", "100000", "--regions", "CN"], /-10000 and 10000/],
    [["--from", "2026-01-30", "--days", "9".repeat(400), "--regions", "CN"], /-10000 and 10000/],
    [["--from", "2026-01-30", "--days", "1", "--regions", "CN,US"], /CN,HK,MO/],
    [["--from", "2026-01-30", "--days", "1", "--regions", ","], /CN,HK,MO/],
    [["--from", "2026-01-30", "--days", "1"], /--regions missing/],
    [["--from", "2026-01-30", "--days"], /argument/],
  ])("%j is wrong usage, said in one line", async (args, line) => {
    const { code, out, err } = await ran(...args);
    expect([code, out]).toEqual([2, []]);
    expect(err).toEqual([expect.stringMatching(line)]);
    expect(err[0]).not.toContain("\n");
  });
});
