import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { permitNumber, readNumber, requestNumber } from "../../../lib/permit/number.ts";

const random = fc.uint8Array({ minLength: 11, maxLength: 11 });

describe("numbers read aloud", () => {
  test("a number is read back however it is typed", () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const number = permitNumber(bytes);
        expect(readNumber(number)).toBe(number);
        expect(readNumber(` ${number.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")}`)).toBe(number);
        expect(readNumber(requestNumber(bytes))).toBe(requestNumber(bytes));
      }),
    );
  });

  test("one wrong character is always found", () => {
    fc.assert(
      fc.property(random, fc.nat(11), fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"), (bytes, at, letter) => {
        const body = permitNumber(bytes).replaceAll("-", "").slice(3);
        fc.pre(body.charAt(at) !== letter);
        expect(readNumber(`CWP${body.slice(0, at)}${letter}${body.slice(at + 1)}`)).toBeNull();
      }),
    );
  });

  test.each(["", "CWP", "CW-8K2M", "CWP-UUUU-UUUU-UUUU", "permit 12", "CWP-7K3M-94QX-2TB5-0000"])("%j is no number", (typed) => {
    expect(readNumber(typed)).toBeNull();
  });
});
