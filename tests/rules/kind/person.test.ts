import { describe, expect, it } from "vitest";
import { person } from "../../../lib/kind/person.ts";
import { missingFacts, visibleFields, withoutHidden } from "../../../lib/kind/questions.ts";
import { kindDefinition } from "../../../lib/kind/registry.ts";
import type { Facts } from "../../../lib/policy/condition.ts";

const { lines, limitFrom } = kindDefinition("person");
const route: Facts = { "from.city": "shenzhen", "to.city": "hongkong", date: "2027-01-04", "person.nationality_class": "cn_mainland", "person.purpose": "research_visit", "person.stay_days": 10 };

function asks(facts: Facts): string[] {
  return visibleFields("person", { ...route, ...facts }).map((field) => field.fact);
}

const branches: readonly (readonly [question: string, shown: Facts, hidden: Facts])[] = [
  ["person.work_region", {}, { "person.nationality_class": "hk_pr_cn" }],
  ["person.talent_class", { "to.city": "macao" }, { "to.city": "overseas" }],
  ["person.official_mission", {}, { "from.city": "hongkong", "to.city": "shenzhen" }],
  ["person.employer_in_hetao_sz", { "from.city": "hongkong", "to.city": "shenzhen", "person.nationality_class": "hk_pr_cn" }, { "from.city": "macao", "to.city": "shenzhen", "person.nationality_class": "mo_pr_cn" }],
  ["person.state_functionary", { "to.city": "overseas" }, { "from.city": "hongkong", "to.city": "macao" }],
  ["person.household", { "person.purpose": "tourism" }, {}],
  ["person.host_stas_authorised", {}, { "to.city": "macao" }],
  ["person.host_stas_authorised", { "to.city": "macao", "person.remunerated_by_host": true }, { "person.nationality_class": "hk_pr_cn" }],
  ["person.visa_free", { "from.city": "overseas", "to.city": "shenzhen", "person.nationality_class": "foreign" }, {}],
  ["person.k_eligible", { "from.city": "overseas", "to.city": "shenzhen", "person.nationality_class": "foreign" }, { "to.city": "shenzhen", "from.city": "hongkong", "person.nationality_class": "hk_pr_noncn" }],
  ["person.ttps_eligible", { "person.purpose": "employment" }, {}],
  ["person.hk_graduate", { "person.purpose": "employment" }, { "to.city": "macao", "person.purpose": "employment" }],
  ["person.hengqin_commuter", { "from.city": "zhuhai", "from.zone": "hengqin", "to.city": "macao" }, {}],
  ["person.mo_work_days_6m", { "to.city": "macao" }, { "from.city": "hongkong", "to.city": "macao", "person.nationality_class": "mo_pr_cn" }],
];

describe("a person", () => {
  it.each(branches)("%s is asked when it matters and only then", (question, shown, hidden) => {
    expect(asks(shown)).toContain(question);
    expect(asks(hidden)).not.toContain(question);
  });

  it("crosses in person, whatever was stated", () => {
    expect(withoutHidden("person", { ...route, mode: "bank" }).mode).toBe("in_person");
    expect(asks({ mode: "bank" })).toContain("checkpoint");
  });

  it("must answer what a rule reads by a negation, once it is asked", () => {
    expect(missingFacts("person", route)).toEqual(["person.remunerated_by_host", "person.host_stas_authorised", "person.official_mission", "person.work_region", "person.talent_class", "person.employer_in_hetao_sz"]);
  });

  it("may have companions: the limit is the trips of all, the fact those of whoever goes most often", () => {
    const rows = [
      { traveller: "A", role: "pi", document: "eep", endorsement: "talent", trips: "12" },
      { role: "研究生", document: "往來港澳通行證", endorsement: "Other endorsement", trips: 4 },
    ];
    const read = lines?.read(rows);
    expect(read).toEqual({
      lines: [
        { traveller: "A", role: "pi", document: "eep", endorsement: "talent", trips: 12 },
        { role: "student", document: "eep", endorsement: "otherendorsement", trips: 4 },
      ],
      facts: { "person.trips_per_year": 12 },
      problems: [],
    });
    expect(lines?.limitFrom(read?.lines ?? [])).toEqual({ value: "16", unit: "trip" });
    expect(limitFrom({ "person.trips_per_year": 12 })).toEqual({ value: "12", unit: "trip" });
    expect(limitFrom({})).toBeUndefined();
  });

  it("has every wrong cell of a half-filled line named", () => {
    const problems = lines?.read([{}, { role: "king", trips: "-1" }, { passport: "E123" }]).problems.map(({ line, cell, code }) => [line, cell, code]);
    expect(problems).toEqual([
      [1, "role", "unknownValue"],
      [1, "document", "empty"],
      [1, "endorsement", "empty"],
      [1, "trips", "outOfRange"],
      [2, "passport", "unknownCell"],
    ]);
  });

  it("is pasted from a spreadsheet, headings left out", () => {
    const pasted = "Code\tRole\tDocument\tEndorsement\tTrips\nA\tPostdoctoral fellow\tPassport\tNone needed\t3\n";
    expect(lines?.split(pasted)).toEqual([{ traveller: "A", role: "Postdoctoral fellow", document: "Passport", endorsement: "None needed", trips: "3" }]);
    expect(lines?.read(lines.split(pasted)).problems).toEqual([]);
  });
});

it.each([
  ["https://orcid.org/0000-0002-1825-0097", { lines: [{ traveller: "0000-0002-1825-0097" }], problems: [] }],
  ["0000-0002-1825-0098", { lines: [], problems: [{ line: 0, cell: "traveller", code: "wrongCheckDigits", expected: "ORCID" }] }],
  ["Group A, 2nd", { lines: [{ traveller: "Group A, 2nd" }], problems: [] }],
  ["x".repeat(41), { lines: [], problems: [{ line: 0, cell: "traveller", code: "tooLong", expected: "40" }] }],
] as const)("a traveller is a code of one's own or an ORCID iD, whose check character is checked: %s", (traveller, read) => {
  expect(person.lines.read([{ traveller, role: "pi", document: "passport", endorsement: "none", trips: "1" }])).toMatchObject(read);
});
