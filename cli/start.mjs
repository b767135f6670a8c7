import { boot } from "./boot.mjs";

await boot("causeway.ts", ["start", ...process.argv.slice(2)]);
