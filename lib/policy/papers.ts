import type { Text } from "../language.ts";
import { dataPapers } from "./papers/data.ts";
import { goodsPapers } from "./papers/goods.ts";
import { samplePapers } from "./papers/samples.ts";

/** The papers that regimes ask for: forms, licences, certificates, agreements. The ids are what the API answers in `documents`. */
export const papers = {
  ...samplePapers,
  ...goodsPapers,
  ...dataPapers,
} as const satisfies Record<string, Text>;

export type PaperId = keyof typeof papers;
