import { readFileSync } from "node:fs";

/**
 * Ends this process as a polite signal would when the npm that ran it is gone, or the shell between them.
 * npm passes a signal on to its shell only, and a killed npm passes on nothing: what it started would stay and hold the port.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const chain = chainToNpm();
  if (!chain) return;
  const isWhole = () => process.ppid === chain[0] && chain.every((pid, at) => at + 1 === chain.length || parentOf(pid)?.parent === chain[at + 1]);
  const watch = setInterval(() => {
    if (isWhole()) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 200);
  watch.unref();
}

/** The processes from our parent up to npm; undefined where there is no /proc or no npm near. */
function chainToNpm() {
  const chain = [];
  for (let pid = process.ppid; pid > 1 && chain.length < 5; ) {
    const found = parentOf(pid);
    if (!found) return undefined;
    chain.push(pid);
    if (found.name.startsWith("npm")) return chain;
    pid = found.parent;
  }
  return undefined;
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [, name = "", rest = ""] = /\((.*)\) (.*)/s.exec(stat) ?? [];
    const [state, parent] = rest.split(" ");
    return state === "Z" ? undefined : { name, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
