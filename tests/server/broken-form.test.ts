import { expect, test } from "vitest";
import { isBrokenForm } from "../../lib/server/broken-form.ts";

const type = "multipart/form-data; boundary=x";
const parts = (fields: Readonly<Record<string, string>>) => `${Object.entries(fields).map(([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("")}--x--\r\n`;
const broken = (body: string, headers: Readonly<Record<string, string>> = { "content-type": type }) => isBrokenForm(new Request("http://localhost/sign-in", { method: "POST", headers, body }));
const byScript = { "content-type": type, "next-action": "a" };

test("a form as browsers send it, with or without script, is none that is broken", async () => {
  const whole: readonly (readonly [string, Readonly<Record<string, string>>?])[] = [
    [parts({ email: "[{", $ACTION_ID_60a: "" })],
    [parts({ $ACTION_REF_1: "", "$ACTION_1:0": '{"id":"60a","bound":"$@1"}', "$ACTION_1:1": '[{"attempt":0,"values":{"reason":"$$5"}},"$undefined"]', $ACTION_KEY: "k1", email: "a@b" })],
    [parts({ "1_email": "[{", "1_$ACTION_REF_1": "", "0": '[{"attempt":0},"$K1"]' }), byScript],
    [parts({ "0": '["$K1"]' }), byScript],
    ['["$undefined",{"a":1}]', { "content-type": "text/plain;charset=UTF-8", "next-action": "a" }],
    ["a=1", { "content-type": "application/x-www-form-urlencoded" }],
  ];
  for (const [body, headers] of whole) expect([body, await broken(body, headers)]).toEqual([body, false]);
  expect(await isBrokenForm(new Request("http://localhost/", { headers: { "content-type": type } }))).toBe(false);
});

test("what cannot be told apart, is no JSON, or points to what was not sent, is broken", async () => {
  const none: readonly (readonly [string, Readonly<Record<string, string>>?])[] = [
    ["--x\r\nnonsense"],
    ["x", { "content-type": "multipart/form-data" }],
    [parts({ "$ACTION_1:0": "{" })],
    [parts({ "$ACTION_1:0": '{"id":"60a","bound":"$@7"}', "$ACTION_1:1": "[]" })],
    [parts({ "$ACTION_1:0": '{"id":"60a","bound":"$@1"}', "$ACTION_1:1": '["$F1"]' })],
    [parts({ "0": "[{" }), byScript],
    [parts({ "0": '["$@4"]' }), byScript],
    ["[{", { "content-type": "text/plain;charset=UTF-8", "next-action": "a" }],
  ];
  for (const [body, headers] of none) expect([body, await broken(body, headers)]).toEqual([body, true]);
});
