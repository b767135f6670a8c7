import type { Text } from "../language.ts";
import { samplePapers } from "./papers/samples.ts";

/** The papers that regimes ask for: forms, licences, certificates, agreements. The ids are what the API answers in `documents`. */
export const papers = {
  ...samplePapers,
} as const satisfies Record<string, Text>;

export type PaperId = keyof typeof papers;
