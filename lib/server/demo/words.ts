import type { FormKind } from "../../kind/registry.ts";
import type { FactValue } from "../../policy/condition.ts";

type Words = {
  /** What a desk asks back about, and how it is answered. */
  readonly doubt: { readonly fact: string; readonly value: FactValue; readonly question: string; readonly answer: string; readonly second: string; readonly secondAnswer: string };
  readonly refused: string;
  readonly withdrawn: string;
  readonly closed: string;
  readonly revoked: string;
};

/** What people of the demonstration write in requests of each kind. */
export const wordsOf: Readonly<Record<FormKind, Words>> = {
  sample: {
    doubt: {
      fact: "sample.quantity",
      value: 18,
      question: "The packing list says a different number of tubes. Which is right?",
      answer: "18 tubes; the packing list is corrected and attached.",
      second: "Who opens the parcel at the receiving side?",
      secondAnswer: "The laboratory manager, in the class II cabinet.",
    },
    refused: "The consent form does not cover research outside the hospital.",
    withdrawn: "The partner will collect its own samples this season.",
    closed: "Everything has arrived and is accounted for.",
    revoked: "The transfer agreement was terminated.",
  },
  reagent: {
    doubt: {
      fact: "reagent.value_cny",
      value: 51_000,
      question: "The invoice shows another value. Which is right?",
      answer: "CNY 51,000; the invoice with freight is attached.",
      second: "Where is it stored until it is used?",
      secondAnswer: "In the ventilated cabinet of room 3-12; the chemistry technician keeps the key.",
    },
    refused: "The store of the receiving laboratory has no licence for this class.",
    withdrawn: "A supplier in the same city has it in stock.",
    closed: "Everything was received and entered in the chemical register.",
    revoked: "The loan agreement was terminated.",
  },
  data: {
    doubt: {
      fact: "data.remote_access_only",
      value: false,
      question: "Is a copy handed over, or does the other side only look at it?",
      answer: "A copy is handed over, encrypted, to the named server.",
      second: "Who can open the files at the receiving side?",
      secondAnswer: "Two named analysts; the list is in the data management plan.",
    },
    refused: "The information sheet does not tell the participants about a recipient outside the Mainland.",
    withdrawn: "The analysis will run where the data is; only tables leave.",
    closed: "The transfer is complete and its checksum confirmed.",
    revoked: "The recipient changed its server to another place.",
  },
  person: {
    doubt: {
      fact: "person.stay_days",
      value: 10,
      question: "The invitation names another number of days. Which is right?",
      answer: "Ten days; the invitation is corrected and attached.",
      second: "Who looks after the visitor on the spot?",
      secondAnswer: "The head of the host group; the telephone number is in the letter.",
    },
    refused: "The invitation does not cover the work described.",
    withdrawn: "The visit is held by video instead.",
    closed: "Everybody is back and the report is filed.",
    revoked: "The host withdrew its invitation.",
  },
  funds: {
    doubt: {
      fact: "funds.same_contract_filed",
      value: false,
      question: "Has this contract been filed before?",
      answer: "No; this is its first payment.",
      second: "Which budget line does it come from?",
      secondAnswer: "The line for joint projects; the approval is attached.",
    },
    refused: "The budget does not allow for a payment to this recipient.",
    withdrawn: "The partner pays from its own grant.",
    closed: "The amount has arrived and is accounted for.",
    revoked: "The contract was terminated.",
  },
};
