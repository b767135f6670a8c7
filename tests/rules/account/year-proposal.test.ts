import { expect, it } from "vitest";
import { yearProposal } from "../../../lib/account/year-proposal.ts";

it.each([
  ["what is not answered is what the year comes to", { earlier: "90000", own: "500", answered: undefined, lines: undefined }, 90_500],
  ["what the lines of this request add up to is no answer of somebody", { earlier: "90000", own: "500", answered: 700, lines: 700 }, 90_500],
  ["what somebody typed stands, be it more or less", { earlier: "90000", own: "500", answered: 120_000, lines: 500 }, null],
  ["what somebody typed stands, be it more or less", { earlier: "90000", own: "500", answered: 600, lines: 500 }, null],
  ["lines that already say more stand", { earlier: "90", own: "500", answered: 700, lines: 700 }, null],
  ["nothing is proposed where nothing went before", { earlier: "0", own: "500", answered: undefined, lines: undefined }, null],
  ["nothing is proposed before this request says what it adds", { earlier: "90000", own: "0", answered: undefined, lines: undefined }, null],
  ["cents are added exactly", { earlier: "0.1", own: "0.2", answered: undefined, lines: undefined }, 0.3],
])("%s", (_, asked, proposal) => expect(yearProposal(asked)).toBe(proposal));
