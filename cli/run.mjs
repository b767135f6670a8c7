import { endWithNpm } from "./ancestors.mjs";
import { keepCompiled } from "./compiled.mjs";
import { endWithReaders } from "./readers.mjs";

// Runs one of the TypeScript programs beside this file: node cli/run.mjs PROGRAM [ARGUMENT…]

const [program, ...args] = process.argv.splice(2);

// The channel leads to the process that handed over to us; when it is gone, so is whoever waited for us.
if (process.channel) {
  process.channel.unref();
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
endWithNpm();
endWithReaders();

keepCompiled();
await import("./with-typescript.mjs");
const { default: main } = await import(`./${program}`);
const code = await main(args);
// A pipe takes 64 KB at a time; an exit before it has taken the rest would cut an answer off.
for (const stream of [process.stdout, process.stderr]) await new Promise((taken) => stream.write("", taken));
process.exit(code);
