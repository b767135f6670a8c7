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

/** Identity and money of one person: nobody who is only asked for advice gets a file that was attached as one of these. */
const notForAdvisers: readonly string[] = [
  "id-card", "eep-application", "eep-card", "home-return-permit", "home-return-permit-noncn", "passport", "taiwan-permit", "cn-visa", "hk-visit-visa", "entry-permit-hk", "entry-permit-mo",
  "accommodation-form", "employment-contract", "biometric-consent", "hk-rmb-account", "wht-proof", "capital-account", "kyc-pack", "ngo-account",
] satisfies readonly PaperId[];

/** Whether advisers get the files that were attached as this paper. */
export function isForAdvisers(paper: string | null): boolean {
  return paper === null || !notForAdvisers.includes(paper);
}
