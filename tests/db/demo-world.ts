import postgres from "postgres";
import { closeDatabase } from "../../db/client.ts";
import { testDatabase } from "../support/database.ts";

export type World = { readonly owner: postgres.Sql; readonly serving: postgres.Sql; readonly url: string; readonly ownerUrl: string; readonly stop: () => Promise<void> };

/** A database of its own for a file, with the demonstration's requests in every state; what `owner` does goes past every wall. */
export async function demoWorld(options: { readonly empty?: true } = {}): Promise<World> {
  const { url, ownerUrl, stop } = await testDatabase({ demonstration: !options.empty });
  Object.assign(process.env, { DATABASE_URL: url, AUTH_SECRET: "a secret of the tests, long enough to be one" });
  const connect = (address: string) => postgres(address, { max: 2, onnotice: () => {} });
  const [owner, serving] = [connect(ownerUrl), connect(url)];
  return {
    owner,
    serving,
    url,
    ownerUrl,
    async stop() {
      await Promise.all([closeDatabase(), owner.end(), serving.end()]);
      await stop();
    },
  };
}
