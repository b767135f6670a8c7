/* Whatever browsers, people and programs put into a field of a form where it does not belong. */

/** What one field of a form is sent with: texts and files, one or several; nothing when it is left out. */
export type Sent = string | File | readonly (string | File)[];
export type Fields = Readonly<Record<string, Sent>>;

const text = (text: string) => () => text;
const file = (name: string, content: BlobPart, type = "text/plain") => () => new File([content], name, { type });

/** Each by what it is; from what would have been good. */
export const oddFields: Readonly<Record<string, (good: Sent) => Sent>> = {
  "left out": () => [], "twice": (good) => [[good].flat()[0] ?? "", [good].flat()[0] ?? ""], "twice, and not the same": (good) => [[good].flat()[0] ?? "", "other"], "empty": text(""), "blanks": text(" \t\n\u3000 "),
  "NUL": text("a\u0000b"), "half a character": text("a\ud800b"), "a control character": text("a\u0007b"), "a text turned around": text("a\u202eb"), "a text of 200 kB": text("x".repeat(200_000)), "two hundred lines": text("a\n".repeat(200)),
  "HTML": text("<script>alert(1)</script>&amp;\"'"), "a hidden property": text("__proto__"), "the name of a function": text("constructor"), "SQL": text("'; drop table events; --"), "an object": text('{"a":1}'), "brackets without end": text("[".repeat(50_000)), "a name twice": text('{"id":"a","id":"b"}'),
  "a file": file("a.txt", "a"), "an empty file": file("", ""), "a file of NUL": file("\u0000.json", new Uint8Array(1_000)), "a large file": file("big.csv", new Uint8Array(1_200_000)), "a file of odd JSON": file("holiday_cn_2027.json", '{"__proto__":{"a":1},"days":[{"date":"2026-02-30"}],"year":1e400}'),
  "no id": text("019a-1"), "as long as an id": text("-".repeat(36)), "another's id": text("019a0000-0000-7000-8000-000000000000"), "an id in capitals": (good) => [good].flat().map((one) => (typeof one === "string" && /^[0-9a-f-]{36}$/.test(one) ? one.toUpperCase() : "019A0000-0000-7000-8000-00000000000A")),
  "negative": text("-1"), "no number": text("NaN"), "more than all numbers": text("1e400"), "forty digits": text("9".repeat(40)), "half a one": text("0.5"),
  "the day before all days": text("0000-01-01"), "a day in 9999": text("9999-12-31"), "a day that is none": text("2026-02-30"), "a time in 9999": text("9999-12-31T23:59:59+14:00"), "another site": text("//evil.example/"), "an address and no more": text("nobody@nowhere.example"),
};

/** What a form may carry besides its own fields. */
export const oddBesides: Readonly<Record<string, Fields>> = {
  "fields of another form": { colour: "green", "$ACTION_ID_x": "", "": "nameless", "a b": "c", ["x".repeat(500)]: "y" },
  "names of what every object has": { ["__proto__"]: "a", "constructor.prototype.spoilt": "yes", "__proto__.spoilt": "yes", "toString.spoilt": "yes", "valueOf": "1", "hasOwnProperty": "1", "constructor": "a" } as Fields,
  "a text that is a group too": { "reason.text": "a", "type.a": "b", "text.0.b": "c", "requestId.0": "a", "quantity": "1", "conditions": "a", "answers": "a", "commandId.a": "b", "next.a": "c" },
  "lists with holes": { "conditions.7.text": "a", "conditions.x.text": "b", "answers.99999999999999999999.text": "a", "lines.999.material": "a", "lines.-1.material": "a", "papers[]": ["", "x"], "reasons[]": "x" },
  "three thousand fields": Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`details.x${at}`, "y"])),
};

/** A form as it is sent, with odd things in it. */
export function formOf(fields: Fields, odd: Fields = {}): FormData {
  const form = new FormData();
  for (const [name, sent] of [...Object.entries(fields).filter(([name]) => !Object.hasOwn(odd, name)), ...Object.entries(odd)]) for (const one of [sent].flat()) form.append(name, one);
  return form;
}

/** A command's body as fields of a form; what stands in it without a fixed name is left out. */
export function fieldsOf(body: unknown, before = ""): Record<string, Sent> {
  if (typeof body !== "object" || body === null) return { [before]: String(body) };
  if (Array.isArray(body) && body.every((one) => typeof one !== "object")) return { [`${before}[]`]: body.map(String) };
  return Object.assign({}, ...Object.entries(body).filter(([name]) => /^[a-zA-Z0-9]+$/.test(name)).map(([name, part]) => fieldsOf(part, before === "" ? name : `${before}.${name}`))) as Record<string, Sent>;
}
