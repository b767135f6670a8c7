import { modes } from "../place/routes.ts";
import { any, all, is, isOneOf, not } from "../policy/packs/conditions.ts";
import { kinds } from "../policy/pack.ts";
import { type Field, type FieldType, fields, type Section } from "./field.ts";

const yesno: FieldType = { is: "yesno" };
const organisationType: FieldType = {
  is: "choice",
  options: ["university", "hospital", "research_institute", "minfei_research", "enterprise", "government", "ngo", "individual"],
};

/** Modes that meet no control point. */
const throughNoPoint = ["electronic", "bank"];
const physicalModes = modes.filter((mode) => !throughNoPoint.includes(mode));

/** How goods can travel; the other modes of the catalogue are for persons, data and money. */
const goodsModes = ["hand_carried", "road", "courier", "air", "sea", "rail", "post"];
/** Data goes over a network, or on a medium that somebody carries or sends. */
const dataModes = ["electronic", "hand_carried", "courier", "post", "road", "air"];

const staysInside = any(...["CN", "HK", "MO", "XX"].map((place) => all(is("from.jur", place), is("to.jur", place))));

/** The facts that every kind shares: the rule sheet, part C0. Only those marked "yes" there are required. */
export const common = fields({
  kind: { type: { is: "choice", options: kinds }, required: true, derived: true },
  "from.jur": { type: { is: "place", of: "jurisdiction" }, required: true, derived: true },
  "from.city": { type: { is: "place", of: "city" }, required: true },
  // Only the Mainland and Hong Kong have special zones; elsewhere the answer is `none` by itself.
  "from.zone": { type: { is: "place", of: "zone" }, required: false, when: isOneOf("from.jur", "CN", "HK") },
  "to.jur": { type: { is: "place", of: "jurisdiction" }, required: true, derived: true },
  "to.city": { type: { is: "place", of: "city" }, required: true },
  "to.zone": { type: { is: "place", of: "zone" }, required: false, when: isOneOf("to.jur", "CN", "HK") },
  "transit.jurs": { type: { is: "places", of: "jurisdiction" }, required: false },
  mode: { type: { is: "choice", options: modes }, required: true },
  checkpoint: { type: { is: "controlPoint" }, required: false, when: all(isOneOf("mode", ...physicalModes), not(staysInside)) },
  date: { type: { is: "date" }, required: true },
  "org.from.type": { type: organisationType, required: false },
  "org.to.type": { type: organisationType, required: false },
  "org.from.hetao_whitelist": { type: yesno, required: false, when: is("from.zone", "hetao_sz") },
  "org.to.hetao_whitelist": { type: yesno, required: false, when: is("to.zone", "hetao_sz") },
  "org.foreign_party": { type: yesno, required: true },
  "org.hgr_pilot_branch": { type: yesno, required: false },
  "project.purpose": {
    type: { is: "choice", options: ["basic_research", "clinical_trial_registration", "clinical_research", "teaching", "commercial", "service_testing"] },
    required: false,
  },
  "project.ethics_approved": { type: yesno, required: false },
});

/** The question how it travels, with the answers that make sense for goods and for data. */
export const modeOfGoods = { ...common.mode, type: { is: "choice", options: goodsModes } } as const satisfies Field;
export const modeOfData = { ...common.mode, type: { is: "choice", options: dataModes } } as const satisfies Field;

/** The first pages about anything that is carried: its way, and who sends and receives it. */
export const corridorOfGoods = {
  id: "corridor",
  fields: [common["from.city"], common["from.zone"], common["to.city"], common["to.zone"], common["transit.jurs"], modeOfGoods, common.checkpoint, common.date],
} as const satisfies Section;
export const partiesOfGoods = {
  id: "parties",
  fields: [common["org.from.type"], common["org.from.hetao_whitelist"], common["org.to.type"], common["org.to.hetao_whitelist"], common["project.purpose"]],
} as const satisfies Section;
