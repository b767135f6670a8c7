import { describe, expect, test } from "vitest";
import { onConsole } from "../../../lib/server/mail-on-console.ts";

const link = "https://causeway.hku.hk/reset?token=abc";
const mail = { subject: "Causeway: a new password", text: `Dear Chan Mei,\n\nchoose a new password here:\n${link}\n\nIf it was not you, mei.chan@hku.hk, do nothing.\n` };

describe("without a mail server", () => {
  test("the console shows the link, and of whoever it is for no name and no address", () => {
    const shown = onConsole({ ...mail, to: "mei.chan@hku.hk" });
    expect(shown).toContain(`│ ${link}\n`);
    expect(shown).toContain("│ To: m…@hku.hk\n");
    expect(shown).not.toMatch(/mei|chan/i);
    expect(onConsole({ ...mail, to: "mei.chan@hku.hk", brief: true })).toBe("mail, not sent: m…@hku.hk: Causeway: a new password\n");
  });

  test.each(["mei.chan@hku.hk", "陳大文@hku.hk", "\"a b\"@hku.hk", "m@hku.hk", "mei@hku.example.hk", "mei.example@hku.hk"])("of %s stands no more than its first letter and its domain", (to) => {
    const [letter = ""] = to;
    expect(onConsole({ ...mail, to, brief: true })).toMatch(new RegExp(`^mail, not sent: ${letter}…@hku\\.(example\\.)?hk: `, "u"));
  });

  test("what goes to nobody stands there whole, so that whoever tries Causeway out can read it", () => {
    const shown = onConsole({ ...mail, to: "researcher@hku.example" });
    for (const line of ["To: researcher@hku.example", "Dear Chan Mei,", link]) expect(shown).toContain(`│ ${line}\n`);
  });
});
