import { boot } from "./boot.mjs";

await boot("causeway.ts", process.argv.slice(2));
