import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { authorities } from "../../../lib/policy/authorities.ts";
import { kinds, Pack } from "../../../lib/policy/pack.ts";
import type { WrittenRegime } from "../../../lib/policy/packs/define-pack.ts";
import { papers } from "../../../lib/policy/papers.ts";
import { packs, packsFor, regimeById } from "../../../lib/policy/registry.ts";

const regimes = packs.flatMap((pack) => pack.regimes);
const ids = regimes.map((regime) => regime.id);

describe("the registry of packs", () => {
  it.each(packs.map((pack) => [pack.id, pack] as const))("%s is a well-formed pack", (_id, pack) => {
    expect(Pack.safeParse(pack).error?.issues ?? []).toEqual([]);
  });

  it("no two packs and no two regimes share an id", () => {
    expect(new Set(packs.map((pack) => pack.id)).size).toBe(packs.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("a table of cases stands beside every pack, and no other", () => {
    const tables = readdirSync("tests/rules/packs").flatMap((name) => (/^(?!broken|registry|texts)(.+)\.test\.ts$/.exec(name)?.[1] ? [name] : []));
    expect(tables.toSorted()).toEqual(packs.map(({ id }) => `${id}.test.ts`).toSorted());
    for (const { id } of packs) expect(readFileSync(`tests/rules/packs/${id}.test.ts`, "utf8")).toContain("checkCases(");
    expect(regimes).toHaveLength(170);
  });

  it("a paper or an authority that is not written down does not compile", () => {
    // @ts-expect-error
    const paper: WrittenRegime["papers"][number] = "no-such-paper";
    // @ts-expect-error
    const authority: WrittenRegime["authority"] = "no-such-authority";
    expect(papers).not.toHaveProperty(paper);
    expect(authorities).not.toHaveProperty(authority);
  });

  it("every paper is asked for by some regime", () => {
    expect(Object.keys(papers).toSorted()).toEqual([...new Set(regimes.flatMap((regime) => regime.papers))].toSorted());
  });

  it("every authority is responsible for some regime", () => {
    expect(Object.keys(authorities).toSorted()).toEqual([...new Set(regimes.map((regime) => regime.authority))].toSorted());
  });

  it("a programme replaces and eases only regimes that exist", () => {
    expect(regimes.flatMap((regime) => [...regime.substitutes, ...regime.facilitates]).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each(regimes.filter((regime) => regime.versions.length > 0))("the versions of $id follow one another without a gap", ({ versions, from, to }) => {
    expect(versions[0]?.from).toBe(from);
    expect(versions.at(-1)?.to).toBe(to);
    versions.slice(1).forEach((version, at) => expect(Date.parse(version.from ?? "") - Date.parse(versions[at]?.to ?? "")).toBe(86_400_000));
  });

  it("only what no text was found for is off, and only what does not operate yet is planned", () => {
    expect(regimes.filter((regime) => regime.status !== "in_force").map(({ id, status }) => [id, status])).toEqual([["cn-research-material-pilot", "unverified"], ["hetao-hk-preregistration", "planned"]]);
  });

  it.each(kinds)("packs for kind %s are those that say something about it", (kind) => {
    expect(packsFor(kind, "2026-11-30")).toEqual(packs.filter((pack) => pack.regimes.some((regime) => regime.kinds.includes(kind))));
  });

  it("a regime is found by its id, and an unknown one is not", () => {
    expect(regimeById("doc-mta")?.title.en).toBe("Material transfer agreement");
    expect(regimeById("doc-nothing")).toBeUndefined();
  });
});
