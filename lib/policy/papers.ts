import type { Text } from "../language.ts";
import { consignmentPapers } from "./papers/consignments.ts";
import { dataPapers } from "./papers/data.ts";
import { goodsPapers } from "./papers/goods.ts";
import { fundsPapers } from "./papers/funds.ts";
import { humanMaterialPapers } from "./papers/human-material.ts";
import { livingMaterialPapers } from "./papers/living-material.ts";
import { personPapers } from "./papers/persons.ts";

/** The papers that regimes ask for: forms, licences, certificates, agreements. The ids are what the API answers in `documents`. */
export const papers = {
  ...humanMaterialPapers,
  ...livingMaterialPapers,
  ...consignmentPapers,
  ...goodsPapers,
  ...dataPapers,
  ...personPapers,
  ...fundsPapers,
} as const satisfies Record<string, Text>;

export type PaperId = keyof typeof papers;
