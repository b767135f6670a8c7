import { payment, paid } from "./stories-funds.ts";
import { plain as reagent } from "./stories-reagent.ts";
import { tissue } from "./stories-sample.ts";
import type { Story } from "./stories.ts";
import { route } from "./story-routes.ts";

/** Asked again after a refusal, which the requester argues against in the talk: once taken, once still open, once refused again. */
export const appealStories: readonly Story[] = [
  {
    kind: "sample",
    title: "Whole blood for a rare-disease cohort, asked again",
    facts: { ...tissue, ...route("guangzhou", "hongkong", "courier", "hkia"), "sample.quantity": 5 },
    home: "jnu",
    host: "hku",
    ago: 47,
    until: "permitted",
    appeals: {
      against: "Whole blood for a rare-disease cohort",
      says: "Our first request was refused because the consent form was read as covering research in the hospital only. Section 4, added with amendment 2 before the first blood was drawn, names the Hong Kong laboratory and this purpose. The signed pages are attached; we ask for the refusal to be looked at again.",
      answer: "Section 4 was missing from the copy we had. With the signed pages the objection falls away.",
    },
  },
  {
    kind: "reagent",
    title: "Acetic anhydride for acetylation, asked again",
    facts: { ...reagent, ...route("guangzhou", "hongkong", "air", "hkia"), "reagent.hazchem": true, "reagent.un_class": "8", "reagent.precursor_cn": "2", "reagent.cap145_schedule": "1" },
    lines: [{ item: "Acetic anhydride", cas: "108-24-7", un: "UN1715", quantity: "1", unit: "L", value: "360" }],
    home: "scut",
    host: "polyu",
    ago: 12,
    until: "in-review",
    decided: 1,
    appeals: {
      against: "Acetic anhydride for acetylation",
      says: "我方對先前的拒絕有不同意見：接收實驗室的存放許可於上月續期，涵蓋此類化學品，許可編號已載於附件；數量亦減至一公升。請重新審核。",
      answer: "收到。化學安全辦公室會核對新許可證後再決定。",
    },
  },
  {
    kind: "funds",
    title: "Confocal microscope, balance: second request",
    facts: { ...payment, "from.city": "guangzhou", "to.city": "hongkong", "funds.source": "cn_own", "funds.purpose": "equipment_purchase", "funds.recipient_class": "enterprise" },
    lines: paid("Instrument dealer", "EUR", "180000"),
    home: "smu",
    host: "hku",
    ago: 29,
    until: "rejected",
    refused: "The argument was weighed. The amended budget is signed by the department, not by the funder, so it does not bind the fund.",
    appeals: {
      against: "Confocal microscope, balance",
      says: "上次以预算不含该收款方为由不予批准。预算调整表已经系里签字，该收款方列于第三行，请据此复核。",
      answer: "已收到预算调整表，将核对资助方是否同意。",
    },
  },
];
