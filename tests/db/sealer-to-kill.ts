import { sealWaiting } from "../../lib/server/sealer.ts";

/* A sealer in a process of its own, which a test ends in the middle: an event a round, and a line after each. */
for (;;) console.log(await sealWaiting(undefined, 1));
