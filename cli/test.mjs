import { boot } from "./boot.mjs";

await boot("test.ts", process.argv.slice(2));
