import type { Text } from "../language.ts";
import { dataPapers } from "./papers/data.ts";
import { goodsPapers } from "./papers/goods.ts";
import { fundsPapers } from "./papers/funds.ts";
import { personPapers } from "./papers/persons.ts";
import { samplePapers } from "./papers/samples.ts";

/** The papers that regimes ask for: forms, licences, certificates, agreements. The ids are what the API answers in `documents`. */
export const papers = {
  ...samplePapers,
  ...goodsPapers,
  ...dataPapers,
  ...personPapers,
  ...fundsPapers,
} as const satisfies Record<string, Text>;

export type PaperId = keyof typeof papers;
