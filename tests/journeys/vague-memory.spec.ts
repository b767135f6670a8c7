import { expect, test } from "../support/journey.ts";
import { signedIn } from "../support/signed-in.ts";

/* Remembered are a few words, which somebody wrote in another script, that it was a sample, the desk that let it pass, and that it is long ago. Without scripts throughout. */
test("an auditor finds a case from a vague memory, opens it as its decider saw it, and sees what the decision changed", { tag: "@further" }, async ({ browser }) => {
  const auditor = await signedIn(browser, "auditor@causeway.example", "zh-Hant", { scripts: false });
  const main = auditor.locator("main");
  const rows = main.locator("tbody tr");
  const counts = main.locator("aside");

  await auditor.goto("/audit");
  await main.getByLabel("字詞").fill("肝癌組織 amostra");
  await main.getByRole("button", { name: "搜尋", exact: true }).click();
  // The title is in the other script; a sample is found by what it is, whatever the word for it.
  await expect(rows.first()).toContainText("肝癌组织");
  await expect(main.getByText("亦會找到")).toContainText("樣本");
  const all = await rows.count();

  await main.getByText("收窄查詢範圍").click();
  await main.getByLabel("部門").fill("系主任");
  await main.getByRole("button", { name: "搜尋", exact: true }).click();
  await expect(main.getByLabel("部門")).toHaveValue("系主任");
  expect(await rows.count()).toBeLessThan(all);

  // Its month, and what happened then, by how many there are of each.
  await counts.getByRole("link", { name: /^\d{4}年\d+月$/ }).last().click();
  await expect(main.getByLabel("由", { exact: true })).toHaveValue(/^\d{4}-\d\d-01$/);
  await counts.getByRole("link", { name: "步驟批准" }).click();
  await expect(rows).toHaveCount(1);
  await expect(counts.getByRole("heading", { level: 2, name: "1項事件" })).toBeVisible();

  await rows.getByRole("link", { name: /肝癌组织/ }).click();
  await expect(auditor.getByRole("heading", { level: 1 })).toContainText("肝癌组织");
  await expect(main.getByText(/^鏈完整：/)).toBeVisible();
  const status = main.locator("h1 + [data-tag]");
  await expect(status).toHaveText("審查中");

  await main.getByRole("link", { name: /^第\d+項決定時所見$/ }).first().click();
  const decided = Number(new URL(auditor.url()).searchParams.get("decision"));
  await expect(main.getByText(`以第${decided}項事件作出決定時所能看到的內容`)).toBeVisible();
  await expect(status).toHaveText("已提交");
  await expect(auditor.locator(`#event-${decided}`)).toHaveCount(0);
  await expect(auditor.locator("#event-1")).toBeVisible();

  // Along the slider to the beginning, and one event on.
  await main.getByLabel("移到某項事件").fill("1");
  await main.getByRole("button", { name: "顯示" }).first().click();
  await expect(main.getByText(/^個案在第1項事件（共\d+項）之後的狀況/)).toBeVisible();
  // Whoever moves by keyboard goes on from the slider, and not from the top of the page: a browser goes to what the address names once the page is there whole.
  await auditor.waitForLoadState();
  await auditor.keyboard.press("Tab");
  await expect(main.getByLabel("移到某項事件")).toBeFocused();
  await main.getByRole("link", { name: "下一項事件" }).click();
  await expect(main.getByText(/^個案在第2項事件/)).toBeVisible();

  await main.getByRole("link", { name: "目前狀況", exact: true }).click();
  await auditor.locator(`#event-${decided}`).getByRole("link", { name: `第${decided}項事件的更改` }).click();
  const decision = auditor.locator("#difference tbody tr").filter({ hasText: "結果" });
  await expect(decision.locator("del")).toHaveText("–");
  await expect(decision.locator("ins")).toHaveText("已批准");
  await expect(auditor.locator("#difference")).toContainText(`之後：第${decided}項事件，共`);

  // A number that somebody mistyped is no decision, and is not taken for today without a word.
  await auditor.goto(`${auditor.url().replace(/[?#].*/, "")}?decision=1`);
  await expect(main.getByText("此個案的第1項事件並非決定。")).toBeVisible();

  // What the system did is folded away, and yet a link to one of its acts leads there.
  await auditor.goto(auditor.url().replace(/\?.*/, ""));
  const act = main.locator("details li[id]").last();
  await expect(act).toBeHidden();
  await auditor.goto(`${auditor.url()}#${await act.getAttribute("id")}`);
  await expect(act).toBeVisible();
});
