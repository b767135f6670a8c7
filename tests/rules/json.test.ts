import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJsonBytes } from "../../lib/server/parse-json.ts";
import { shapeOf } from "../../lib/server/json-shape.ts";

/* JSON as the API and the pages take it: two readers of one body understand the same. */

const read = (text: string) => readJsonBytes(new TextEncoder().encode(text));

describe("a name that stands twice", () => {
  test.each([
    ['{"a":1,"a":2}', "a"],
    ['{"a":1,"\\u0061":1}', "a"],
    ['{"facts":{"date":"2026-01-01","date":"2026-01-02"}}', "facts.date"],
    ['[{"a":1},{"b":[{"c":1,"d":{},"c":2}]}]', "1.b.0.c"],
    ['{"__proto__":1,"__proto__":2}', "__proto__"],
    ['{"":1,"":2}', ""],
    ['{"constructor":1,"a":":","constructor":{"x":"\\":"}}', "constructor"],
  ])("%s is refused, and the name is told", (text, path) => {
    expect(read(text)).toEqual({ trouble: { code: "repeated", path } });
  });

  test.each(['{"a":{"b":1},"b":{"a":1}}', '[{"a":1},{"a":1}]', '{"a":"{\\"a\\":1,\\"a\\":2}"}', '{"A":1,"a":2,"\u00e1":3,"a\u0301":4}', '{"__proto__":{"a":1},"a":1}', '"a:b:c"', '{"a\\\\":":","b":"\\\\\\":"}'])("%s says nothing twice", (text) => {
    expect(read(text)).toEqual({ value: JSON.parse(text) });
  });
});

test("any text of JSON is read as JSON.parse reads it, unless one of its objects has a name twice", () => {
  fc.assert(fc.property(anyJson, space, (made, between) => {
    const text = written(made, between);
    const found = read(text);
    if (saysTwice(made)) expect(found).toMatchObject({ trouble: { code: "repeated" } });
    else expect(found).toEqual({ value: JSON.parse(text) });
  }), { numRuns: 2_000 });
});

test("how deep it goes is told of any text, whether JSON or not, however deep", () => {
  expect(shapeOf("[".repeat(1_000_000)).depth).toBe(1_000_000);
  expect(shapeOf('{"a":["]","[[[",{}]}').depth).toBe(3);
  fc.assert(fc.property(fc.string(), (text) => shapeOf(text).depth >= 0));
});

/** An object is a list of pairs here, so that a name can stand in it twice. */
type Made = { readonly text: string } | { readonly list: readonly Made[] } | { readonly pairs: readonly (readonly [string, Made])[] };
// No name is a backslash: where an object had that name before, JSON.parse of Node 20 takes the escape of another name for it.
const name = fc.constantFrom("a", "b", "", "__proto__", "a.b", "0", '"', ":", "constructor", "ü", "🧪", "{", "]");
const leaf = fc.oneof(name, fc.integer(), fc.boolean(), fc.constant(null), fc.constant('{"a":1,"a":2}')).map((value): Made => ({ text: JSON.stringify(value) }));
const { made: anyJson } = fc.letrec<{ made: Made }>((tie) => ({
  made: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("made"), { maxLength: 4 }).map((list): Made => ({ list })), fc.array(fc.tuple(name, tie("made")), { maxLength: 4 }).map((pairs): Made => ({ pairs }))),
}));
const space = fc.constantFrom("", " ", "\n\t", "\r\n");

function written(made: Made, between: string): string {
  if ("text" in made) return `${between}${made.text}`;
  if ("list" in made) return `[${made.list.map((one) => written(one, between)).join(`${between},`)}${between}]`;
  return `${between}{${made.pairs.map(([name, value], at) => `${between}${at % 2 === 0 ? JSON.stringify(name) : escaped(name)}${between}:${written(value, between)}`).join(`${between},`)}}`;
}

/** The same name spelled by its units. */
function escaped(name: string): string {
  return `"${name.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}"`;
}

function saysTwice(made: Made): boolean {
  if ("text" in made) return false;
  if ("list" in made) return made.list.some(saysTwice);
  return new Set(made.pairs.map(([name]) => name)).size < made.pairs.length || made.pairs.some(([, value]) => saysTwice(value));
}
