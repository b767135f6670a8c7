import { describe, expect, test } from "vitest";
import { readTableFile } from "../../../lib/kind/table-file.ts";
import { ledgerBalance } from "../../../lib/permit/balance.ts";
import { movementColumns, readMovementTable } from "../../../lib/permit/movement-table.ts";
import { movementNames } from "../../../lib/server/movement-table.ts";
import { announcedRows, movementsCalled } from "../../../lib/server/movements-called.ts";
import { noticesFor } from "../../../lib/notice/notices.ts";
import { replay } from "../../../lib/request/evolve.ts";
import { type Case, codes, give, move, outcomeOf, people, ready, stateOf, today, whyNot } from "../request/builders.ts";

/* A spreadsheet of crossings under a permit for thirty containers, through Hong Kong airport. */

const unit = "container";
const names = movementNames("sample", unit);
const read = (text: string, language: "en" | "zh-Hant" | "pt" = "en") => {
  const file = readTableFile(new TextEncoder().encode(text));
  if (!file.ok) throw new Error(file.code);
  return readMovementTable(file.text, { kind: "sample", unit, language, names });
};
const problems = (text: string, language: "en" | "zh-Hant" | "pt" = "en") => read(text, language).problems.map(({ code, path, params }) => [code, path, ...(params?.problem ? [params.problem] : [])]);
const record = (so: Case, movements: readonly object[], change = {}) => give(so, people.requester, { type: "recordMovements", movements }, change);
const row = (more: object = {}) => ({ direction: "out", quantity: { value: "1", unit }, at: `${today}T01:00:00Z`, ...more });
const minute = (at: number) => ({ at: `${today}T01:${String(at).padStart(2, "0")}:00Z` });
const idOf = (at: number) => ({ fresh: { permitNumber: "CWP-0000-0000-0000", id: `01900000-0000-7000-8000-0000000001${String(at).padStart(2, "0")}` } });
const paths = (outcome: ReturnType<typeof give>) => ("refusals" in outcome ? outcome.refusals.map(({ code, path }) => `${code} ${path}`) : []);
const accepted = (outcome: ReturnType<typeof give>): Case => {
  if ("refusals" in outcome) throw new Error(JSON.stringify(outcome.refusals));
  return outcome;
};

describe("a table of movements", () => {
  test("is read as its template names its columns, in any order and any of the four languages", () => {
    const expected = [{ direction: "return", quantity: { value: "1500", unit }, at: "2026-11-24T01:05:00.000Z", controlPoint: "hkia", carrier: "Harbour, Ltd", details: { packages: "2" } }];
    expect(read('When,Which way,Quantity,Unit,Control point,Packages,Carrier\n2026-11-24 09:05,Return,"1,500",container,hkia,2,"Harbour, Ltd"\n')).toMatchObject({ movements: expected, problems: [] });
    const [at, way, amount, carrier, point, packages] = (["at", "direction", "quantity.value", "carrier", "controlPoint", "details.packages"] as const).map((column) => names.headings[column]?.[1] ?? "");
    const [back, airport] = [names.values.direction?.return?.[1], names.values.controlPoint?.hkia?.[1]];
    expect(read(`${[amount, at, way, carrier, point, packages].join("\t")}\n1500\t2026/11/24 09:05\t${back}\tHarbour, Ltd\t${airport}\t2`, "zh-Hant")).toMatchObject({ movements: expected, problems: [] });
  });

  test("without headings stands in the order of the template, and what is left out is as usual", () => {
    expect(movementColumns("sample", unit).slice(0, 4)).toEqual(["at", "direction", "quantity.value", "quantity.unit"]);
    expect(read("2026-11-24 09:05\t\t3").movements).toEqual([{ direction: "out", quantity: { value: "3", unit }, at: "2026-11-24T01:05:00.000Z" }]);
  });

  test.each<[string, string, unknown[]]>([
    ["29 digits", "2026-11-24 09:05\tout\t12345678901234567890123456789", [["tooManyDigits", "movements.0.quantity.value"]]],
    ["29 decimals", "2026-11-24 09:05\tout\t1.12345678901234567890123456789", [["tooManyDigits", "movements.0.quantity.value"]]],
    ["a negative amount", "2026-11-24 09:05\tout\t-1", [["notPositive", "movements.0.quantity.value"]]],
    ["no number", "2026-11-24 09:05\tout\tthree", [["wrongValue", "movements.0.quantity.value", "notANumber"]]],
    ["no amount", "2026-11-24 09:05\tout\t", [["wrongValue", "movements.0.quantity.value", "empty"]]],
    ["another dimension", "2026-11-24 09:05\tout\t1\tmL", [["wrongUnit", "movements.0.quantity.unit"]]],
    ["no control point of ours", "2026-11-24 09:05\tout\t1\t\tAtlantis", [["unknownControlPoint", "movements.0.controlPoint"]]],
    ["another way", "2026-11-24 09:05\tsideways\t1", [["wrongValue", "movements.0.direction", "unknownValue"]]],
    ["no such day", "2026-02-30 09:05\tout\t1", [["wrongValue", "movements.0.at", "impossibleTime"]]],
    ["a day that reads both ways", "4/11/2026 09:05\tout\t1", [["wrongValue", "movements.0.at", "ambiguousDay"]]],
    ["no rows", "When\tQuantity", [["noRows", "movements"]]],
    ["a column that is not there", "When\tQuantity\tColour\n2026-11-24 09:05\t1\tred", [["unknownColumn", "movements"]]],
    ["a column twice", "When\tQuantity\tQuantity\n2026-11-24 09:05\t1\t1", [["columnTwice", "movements"]]],
    ["a column missing", "When\tCarrier\n2026-11-24 09:05\tX", [["columnMissing", "movements"], ["wrongValue", "movements.0.quantity.value", "empty"]]],
    ["more cells than columns", "When\tQuantity\n2026-11-24 09:05\t1\tmore", [["wrongValue", "movements.0", "unknownCell"]]],
  ])("says where it is wrong: %s", (_, text, expected) => expect(problems(text)).toEqual(expected));

  test("names every wrong cell, not the first, and takes 500 rows and no more", () => {
    expect(problems("yesterday\tup\tmany\tmL\tAtlantis")).toHaveLength(5);
    const rows = (count: number) => Array.from({ length: count }, (_, at) => `2026-11-24 09:05\tout\t${at + 1}`).join("\n");
    expect(read(rows(500))).toMatchObject({ problems: [] });
    expect(problems(rows(501))).toEqual([["wrongValue", "movements", "tooManyLines"]]);
  });

  test("holds a wrong day against its own row alone", () => expect(problems("2026-11-24 09:05\tout\t1\n30/2/2026\tout\t2")).toEqual([["wrongValue", "movements.1.at", "impossibleTime"]]));

  test("reads days of one column in the order that the column proves", () => expect(read("25/11/2026 09:05\tout\t1\n4/11/2026 09:05\tout\t2").movements.map(({ at }) => at.slice(0, 10))).toEqual(["2026-11-25", "2026-11-04"]));
});

describe("many movements at once", () => {
  test("are recorded with an id each, and take from the limit together", () => {
    const so = record(ready(), [row(), row(minute(1)), row({ ...minute(2), quantity: { value: "28", unit } })]);
    if ("refusals" in so) throw new Error(JSON.stringify(so.refusals));
    expect(ledgerBalance(stateOf(so).limit, stateOf(so).ledger)).toMatchObject({ used: "30", remaining: "0" });
    expect(new Set(stateOf(so).ledger.map(({ id }) => id)).size).toBe(3);
    expect(so.events.slice(-3).map(({ data }) => (data as { batch?: unknown }).batch)).toEqual([1, 2, 3].map((at) => ({ row: at, of: 3 })));
  });

  test("are told once, with how many they were", () => {
    const so = record(ready(), [row(), row(minute(1))]);
    if ("refusals" in so) throw new Error(JSON.stringify(so.refusals));
    const told = so.events.slice(-2).map((event) => {
      const after = replay(so.events.slice(0, event.seq));
      return after.status === "none" ? [] : noticesFor(event, after, after).map(({ code, count }) => [code, count]);
    });
    expect(told[0]).toContainEqual(["crossings", 2]);
    expect(told[1]).toEqual([]);
  });

  test("are all refused where one passes the limit, and the row says so", () => {
    expect(paths(record(ready(), [row({ quantity: { value: "29", unit } }), row({ ...minute(1), quantity: { value: "2", unit } })]))).toEqual(["overLimit movements.1.quantity.value"]);
  });

  test("name each row that is wrong", () => {
    const wrong = [row({ quantity: { value: "0", unit } }), row({ ...minute(1), quantity: { value: "1", unit: "mL" } }), row({ at: "2027-03-01T01:00:00Z" }), row({ ...minute(3), controlPoint: "szbay" }), row(minute(4)), row(minute(4))];
    expect(paths(record(ready(), wrong))).toEqual(["repeatedRow movements.5", "notPositive movements.0.quantity.value", "wrongUnit movements.1.quantity.unit", "dateInFuture movements.2.at", "outsideWindow movements.2.at", expect.stringMatching(/^(recordedAlone|unknownControlPoint) movements\.3\.controlPoint$/)]);
  });

  test("say at the row and its field what each by itself would be asked about", () => {
    const so = accepted(give(accepted(give(ready(), people.requester, move("5"))), people.requester, { type: "recordStage", stage: "departed", quantity: { value: "3", unit }, at: `${today}T01:00:00Z` }, idOf(9)));
    const left = stateOf(so).ledger.at(-1);
    if (!left) throw new Error("nothing departed");
    const against = (more: object) => whyNot(outcomeOf(so, people.requester, { type: "recordMovements", movements: [row({ quantity: { value: "3", unit }, ...minute(5), movement: left.id, ...more })] }));
    expect(against({ quantity: { value: "4", unit } })).toEqual([["recordedAlone", "movements.0.quantity.value", { anomaly: "overDeclared", found: "4", expected: "3" }]]);
    expect(against({ direction: "return" })).toEqual([["recordedAlone", "movements.0.direction", { anomaly: "wrongDirection", found: "return", expected: "out" }]]);
    expect(against({ controlPoint: "sz-bay" })).toEqual([["recordedAlone", "movements.0.controlPoint", { anomaly: "wrongControlPoint", found: "sz-bay", expected: "hkia" }]]);
  });

  test("are not recorded a second time by another command", () => {
    const so = record(ready(), [row()]);
    if ("refusals" in so) throw new Error(JSON.stringify(so.refusals));
    expect(paths(record(so, [row(minute(1)), row()]))).toEqual(["recordedAlready movements.1"]);
  });

  test("are for whoever records one", () => {
    expect(codes(give(ready(), people.stranger, { type: "recordMovements", movements: [row()] }))).toEqual(["notPermitted"]);
    expect(codes(give(ready(), people.requester, move("1")))).toEqual([]);
  });
});

describe("movements that were announced", () => {
  const plan = (value: string) => ({ type: "planMovement", direction: "out", quantity: { value, unit }, at: `${today}T02:00:00Z`, controlPoint: "hkia" }) as const;
  const planned = () => ["3", "3", "4"].reduce((so, value, at) => accepted(give(so, people.requester, plan(value), idOf(at))), ready());
  const ledger = (so: Case) => stateOf(so).ledger;
  const ids = (so: Case) => ledger(so).map(({ id }) => id);
  const carrying = (so: Case, text: string, language: "en" | "pt" = "en") => readMovementTable(text, { kind: "sample", unit, language, names, movements: movementsCalled(ledger(so)) });
  const rows = (so: Case, language: "en" | "zh-Hant" | "pt" = "en") => announcedRows(ledger(so), language);

  test("stand in the template by name with all but the time, and two that read alike are told apart", () => {
    expect(rows(planned()).map(({ movement }) => movement)).toEqual(["24 Nov 2026 · planned: 3 containers", "24 Nov 2026 · planned: 3 containers (2)", "24 Nov 2026 · planned: 4 containers"]);
    expect(rows(planned())[0]).toEqual({ direction: "out", "quantity.value": "3", "quantity.unit": "Containers", controlPoint: "Hong Kong International Airport", movement: "24 Nov 2026 · planned: 3 containers" });
    expect(rows(planned(), "zh-Hant")[1]?.movement).toMatch(/^2026年11月24日.*3.*（2）$/);
  });

  test("cross by the table that names them, in whatever language it was filled in", () => {
    const so = planned();
    const text = ["When\tQuantity\tWhich movement", `2026-11-24 09:05\t3\t${rows(so, "pt")[1]?.movement}`, `2026-11-24 09:05\t4\t${rows(so)[2]?.movement}`].join("\n");
    const { movements, problems } = carrying(so, text);
    expect([problems, movements.map(({ movement }) => movement)]).toEqual([[], [ids(so)[1], ids(so)[2]]]);
    const crossed = accepted(record(so, movements));
    expect(rows(crossed).map(({ movement }) => movement)).toEqual(["24 Nov 2026 · planned: 3 containers"]);
    expect(ledgerBalance(stateOf(crossed).limit, ledger(crossed))).toMatchObject({ used: "7" });
  });

  test("keep the names of their plan once they have left, and the way that they were announced for", () => {
    const left = accepted(give(planned(), people.requester, { type: "recordStage", stage: "departed", movement: ids(planned())[0] ?? "", quantity: { value: "3", unit }, at: `${today}T01:00:00Z` }, idOf(9)));
    for (const name of [rows(planned())[0]?.movement, rows(left)[0]?.movement]) expect(carrying(left, `When\tQuantity\tWhich movement\n2026-11-24 09:05\t3\t${name}`).movements).toMatchObject([{ movement: ids(left)[0], direction: "out" }]);
    expect(rows(left)[0]?.movement).toContain("departed");
  });

  test("are refused at their cell: one that the ledger has not, one that has crossed, and one that stands twice", () => {
    const so = planned();
    const named = (name: string, value = "3") => `2026-11-24 09:05\t${value}\t${name}`;
    const [first = "", , third = ""] = rows(so).map(({ movement }) => movement ?? "");
    expect(carrying(so, ["When\tQuantity\tWhich movement", named(first), named("24 Nov 2026 · planned: 9 containers")].join("\n")).problems.map(({ code, path }) => [code, path])).toEqual([["unknownMovement", "movements.1.movement"]]);
    const [one] = carrying(so, `When\tQuantity\tWhich movement\n${named(first)}`).movements;
    const crossed = accepted(record(so, one ? [one] : []));
    const again = carrying(crossed, ["When\tQuantity\tWhich movement", named(first), named(third, "4"), named(third, "4").replace("09:05", "09:06")].join("\n"));
    expect(again.problems).toEqual([]);
    expect(paths(record(crossed, again.movements))).toEqual(["movementTwice movements.2.movement", "stageBehind movements.0.movement"]);
  });
});
