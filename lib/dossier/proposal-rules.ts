import type { Condition, Facts } from "../policy/condition.ts";
import type { Kind } from "../policy/pack.ts";
import { all, any, is, isOneOf, moreThan, not } from "../policy/packs/conditions.ts";
import type { Role } from "./role.ts";
import type { Until } from "./until.ts";

/**
 * When one movement needs another request beside it: data, read by `propose`. Why it is needed, and why one waits for the other,
 * stand in the messages (`dossier.proposals.<id>.why` and `.waits`).
 */
export type ProposalRule = {
  readonly id: string;
  /** The kind of the request whose facts are looked at. */
  readonly of: Kind;
  readonly when: Condition;
  readonly kind: Kind;
  readonly role: Role;
  /** It goes the other way: who pays for goods is where they go. */
  readonly reversed?: true;
  /** Answers that are otherwise for each: data goes another way than the tubes it is about. */
  readonly apart?: readonly string[];
  /** What the other request's answers settle in this one. */
  readonly says?: Facts;
  /** Which of the two usually waits, and for what. */
  readonly dependency?: { readonly waits: "new" | "first"; readonly until: Until };
  /** Often, not always: proposed, and chosen only by whoever starts. */
  readonly perhaps?: true;
};

const carried = is("mode", "hand_carried");
/** How and where it crosses is a question of its own. */
const otherWay = ["mode", "checkpoint", "transit.jurs"];

/** In order; of several that propose the same role the first counts. */
export const proposalRules: readonly ProposalRule[] = [
  { id: "sample-carrier", of: "sample", when: carried, kind: "person", role: "carrier", dependency: { waits: "first", until: "permit" } },
  { id: "sample-genetic-data", of: "sample", when: all(is("sample.accompanying_data", true), is("sample.human_origin_cn", true)), kind: "data", role: "data", apart: otherWay, dependency: { waits: "new", until: "approved" } },
  { id: "sample-data", of: "sample", when: is("sample.accompanying_data", true), kind: "data", role: "data", apart: otherWay },
  { id: "sample-testing-paid", of: "sample", when: is("project.purpose", "service_testing"), kind: "funds", role: "funds", apart: otherWay, says: { "funds.purpose": "subcontract_service" } },

  { id: "goods-carrier", of: "reagent", when: carried, kind: "person", role: "carrier", dependency: { waits: "first", until: "permit" } },
  { id: "equipment-engineer", of: "reagent", when: is("reagent.type", "equipment"), kind: "person", role: "traveller", apart: ["checkpoint"], says: { "person.purpose": "equipment_service" }, dependency: { waits: "new", until: "permit" }, perhaps: true },
  { id: "goods-bought", of: "reagent", when: all(moreThan("reagent.value_cny", 0), not(is("reagent.temporary", true))), kind: "funds", role: "funds", reversed: true, apart: otherWay, says: { "funds.purpose": "equipment_purchase" }, dependency: { waits: "new", until: "permit" }, perhaps: true },

  { id: "person-paid", of: "person", when: is("person.remunerated_by_host", true), kind: "funds", role: "funds", reversed: true, apart: otherWay, says: { "funds.purpose": "salary_fee" }, dependency: { waits: "new", until: "permit" } },
  { id: "engineer-equipment", of: "person", when: is("person.purpose", "equipment_service"), kind: "reagent", role: "goods", apart: ["mode", "checkpoint"], says: { "reagent.type": "equipment" }, dependency: { waits: "first", until: "permit" }, perhaps: true },
  { id: "experiment-sample", of: "person", when: is("person.purpose", "joint_experiment"), kind: "sample", role: "sample", apart: ["mode"], perhaps: true },

  { id: "data-carrier", of: "data", when: carried, kind: "person", role: "carrier", dependency: { waits: "first", until: "permit" } },
  { id: "genetic-data-sample", of: "data", when: all(is("data.hgr_info", true), is("from.jur", "CN")), kind: "sample", role: "sample", apart: otherWay, says: { "sample.human_origin_cn": true, "sample.accompanying_data": true }, dependency: { waits: "first", until: "approved" }, perhaps: true },
  { id: "data-analysis-paid", of: "data", when: is("project.purpose", "service_testing"), kind: "funds", role: "funds", apart: otherWay, says: { "funds.purpose": "subcontract_service" } },

  { id: "cash-carrier", of: "funds", when: is("mode", "cash"), kind: "person", role: "carrier", dependency: { waits: "first", until: "permit" } },
  { id: "purchase-goods", of: "funds", when: is("funds.purpose", "equipment_purchase"), kind: "reagent", role: "goods", reversed: true, apart: otherWay, dependency: { waits: "first", until: "permit" } },
  { id: "travel-paid", of: "funds", when: any(is("funds.purpose", "travel"), is("funds.purpose", "salary_fee")), kind: "person", role: "traveller", reversed: true, apart: ["checkpoint"], dependency: { waits: "first", until: "approved" } },
  { id: "project-data", of: "funds", when: isOneOf("funds.purpose", "subcontract_service", "joint_project_own_side"), kind: "data", role: "data", apart: otherWay, perhaps: true },
];
