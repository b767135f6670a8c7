import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { format } from "../../../lib/format.ts";
import { type Language, languages } from "../../../lib/language.ts";
import { letter, type Letter, paragraphs } from "../../../lib/notice/letter.ts";
import { noticeLetter } from "../../../lib/notice/notice-letter.ts";
import { type Addressee, type Notice, noticeCodes, reasons } from "../../../lib/notice/notices.ts";
import { mostAttempts, nextAttempt } from "../../../lib/notice/retry.ts";
import type { LiveState } from "../../../lib/request/state.ts";
import { translator } from "../../../lib/server/translate.ts";
import { sampleWorkflow } from "../../../lib/workflow/sample.ts";
import { after, approved, endorsed, people, permitted, requestId, stateOf, submitted } from "../request/builders.ts";

const states: readonly LiveState[] = [
  submitted(),
  endorsed(),
  approved(),
  permitted(),
  after(endorsed(), [people.biosafety, { type: "return", step: "biosafety", questions: [{ text: "How many?" }] }]),
  after(endorsed(), [people.requester, { type: "withdraw", reason: "Not needed." }]),
  after(permitted(), [people.requester, { type: "close" }]),
].map(stateOf);

const link = `https://causeway.example.org/requests/${requestId}`;
const everyAddressee: readonly Addressee[] = reasons.map((as) => (as === "desk" ? { as, desk: "hku.biosafety", side: "destination" } : { as, person: people.requester.id }));

function write(notice: Notice, state: LiveState, language: Language, title: string | null = "Serum"): Letter {
  const reader = { id: people.requester.id, name: "Chan Mei", language, t: translator(language), format: format(language) };
  const step = (id: string) => sampleWorkflow.steps.find((one) => one.id === id)?.name ?? { en: id, "zh-Hant": id, "zh-Hans": id, pt: id };
  const desk = () => ({ en: "Biosafety Office", "zh-Hant": "生物安全辦公室", "zh-Hans": "生物安全办公室", pt: "Gabinete de Biossegurança" });
  return noticeLetter(notice, state, reader, { title, step, desk, requirement: (id) => id, link });
}

/** What a reader of the HTML reads. */
function shown(html: string): string {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? "";
  return body.replaceAll(/<[^>]*>/g, " ").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&").replaceAll(/\s+/g, " ");
}

describe.each(languages)("every mail in %s", (language) => {
  test("says what happened, which request, whose move it is, why, and where, without a missing text", () => {
    for (const code of noticeCodes) {
      for (const to of everyAddressee) {
        for (const state of states) {
          // A missing message throws here.
          const { subject, text, html } = write({ code, to, step: "biosafety" }, state, language);
          expect(subject).toContain(state.number);
          for (const part of [state.number, "Serum", link, "Chan Mei"]) expect(text).toContain(part);
          expect(`${subject}\n${text}`).not.toMatch(/\bmail\.|undefined|null|\{|\}/);
          expect(html).toContain(`href="${link}"`);
          for (const line of text.split(/\n+/).filter((one) => one !== "" && one !== link)) expect(shown(html)).toContain(line.split(/: |：/).at(-1));
        }
      }
    }
  });

  test("names the day by which to decide, and says who may act", () => {
    const state = stateOf(endorsed());
    const { text } = write({ code: "yourStep", to: { as: "desk", desk: "hku.biosafety", side: "destination" }, step: "biosafety" }, state, language);
    expect(text).toContain(format(language).date("2026-12-01"));
    expect(text).toContain(`\n${{ en: "Request: ", "zh-Hant": "申請編號：", "zh-Hans": "申请编号：", pt: "Pedido: " }[language]}${state.number}\n`);
  });
});

test("a title that was erased leaves its row out", () => {
  const { text } = write({ code: "permit", to: { as: "requester", person: people.requester.id }, step: null }, stateOf(permitted()), "en", null);
  expect(text).not.toContain("Title");
});

test.each([
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "Serum\r\nBcc: everybody@example.org\r\n\r\nBody",
  "Serum\u2028Whose move: yours",
  "{number} {who, plural, other {x}} <b>bold</b>",
  "\u202etxt.exe",
])("a title cannot become anything but its text: %j", (title) => {
  const { subject, text, html } = write({ code: "yourStep", to: { as: "desk", desk: "d", side: "origin" }, step: "biosafety" }, stateOf(endorsed()), "en", title);
  expect(html).not.toMatch(/<script|<img|<b>|onerror=alert\(1\)>/);
  expect(subject).not.toContain("Bcc");
  expect(text.split("\n").filter((line) => /^(Bcc|Whose move):/.test(line))).toHaveLength(1);
  expect(`${text}${html}`).not.toMatch(/[\u2028\u202e\r]/);
});

test("a subject is one line without control characters, and every block stays within its tag", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (subject, value) => {
      const made = letter("en", subject, [value, { rows: [[value, value]] }, { link: value, words: value }]);
      expect(made.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect([...made.subject].length).toBeLessThanOrEqual(200);
      expect([...made.html.matchAll(/<[a-z]+/g)].length).toBe(13 + [...value.matchAll(/\n/g)].length);
    }),
  );
});

test("a text of paragraphs keeps its words, and its link becomes one", () => {
  const text = `Mei,\n\nset it here:\n\n${link}\n\nOr leave it.`;
  const made = letter("en", "s", paragraphs(text, link));
  expect(made.text.trim()).toBe(text);
  expect(made.html).toContain(`<a href="${link}">${link}</a>`);
});

test("a mail is tried with growing delays, and not for ever", () => {
  const now = new Date("2026-11-24T00:00:00Z");
  const waits = Array.from({ length: mostAttempts }, (_, at) => nextAttempt(at + 1, now)).map((next) => next && next.getTime() - now.getTime());
  expect(waits.at(-1)).toBeNull();
  const set = waits.slice(0, -1).map(Number);
  expect(set).toEqual(set.toSorted((a, b) => a - b));
  expect(new Set(set).size).toBe(mostAttempts - 1);
});
