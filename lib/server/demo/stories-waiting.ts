import { nobody, persons, sent } from "./stories-data.ts";
import { loan } from "./stories-reagent.ts";
import { orchid, plasmid, serum, tissue, water } from "./stories-sample.ts";
import type { Story } from "./stories.ts";
import { route } from "./story-routes.ts";

const gzHk = route("guangzhou", "hongkong", "courier", "hkia");
const szHk = route("shenzhen", "hongkong", "courier", "sz-bay");
const hkSz = route("hongkong", "shenzhen", "courier", "sz-bay");
const hkGz = route("hongkong", "guangzhou", "road", "huanggang-lmc");

/** A hospital of Guangdong that has not joined: its part is a letter, and the home institution's desks decide for both sides. */
const hospital = "https://ror.org/01gb3y148";

/** What waits for those whom the sign-in page shows first: at every desk something is open, for every researcher something is to be done. */
export const waitingStories: readonly Story[] = [
  { kind: "sample", title: "Donor serum from a provincial hospital", facts: { ...serum, ...gzHk }, home: "hku", host: hospital, ago: 6, until: "in-review", decided: 1 },
  { kind: "reagent", title: "Night-vision spectrometer for a hospital roof", facts: { ...loan, ...hkGz, "reagent.strategic_hk": true, "reagent.hazchem": true, "reagent.un_class": "9" }, lines: [{ item: "Infrared spectrometer with lithium battery", hs: "902730", quantity: "1", unit: "set", value: "720000" }], home: "hku", host: hospital, ago: 13, until: "in-review", decided: 1 },
  { kind: "sample", title: "Harbour plankton, winter series", facts: { ...water, ...hkSz }, home: "hku", host: "siat", ago: 5, until: "in-review", decided: 1 },
  { kind: "sample", title: "Orchid pollen for a seed bank", facts: { ...orchid, ...hkSz }, home: "hku", host: "szbl", ago: 1, until: "submitted" },
  { kind: "sample", title: "Biosensor strains, revised construct", facts: { ...plasmid, ...hkSz }, home: "hku", host: "szu", ago: 9, until: "returned" },
  { kind: "sample", title: "肝组织类器官，联合培养", facts: { ...tissue, ...szHk }, home: "siat", host: "hku", ago: 7, until: "in-review", decided: 1 },
  { kind: "sample", title: "荧光报告菌株，补充说明", facts: { ...plasmid, ...szHk }, home: "siat", host: "cuhk", ago: 10, until: "returned" },
  { kind: "data", title: "社区随访联系方式，第二轮", facts: { ...persons, ...sent("guangzhou", "hongkong") }, lines: [{ set: "Contacts, second round", fields: "contact", recipient: "HKU", when: "now", records: 120_000, persons: 120_000 }], home: "sysu", host: "hku", ago: 4, until: "in-review", decided: 1 },
  { kind: "data", title: "河口浮标观测，2026年", facts: { ...nobody, ...sent("guangzhou", "macao") }, lines: [{ set: "Buoys 2026", fields: "measurement", when: "now", records: 210_000 }], home: "sysu", host: "um", ago: 6, until: "in-review", decided: 1 },
];
