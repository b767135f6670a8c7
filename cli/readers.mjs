import { closeSync, constants, openSync, readFileSync, readlinkSync } from "node:fs";

/**
 * Ends this process as a polite signal would when nobody can read any more what it writes: whoever started it was killed
 * and took the other end of its output along. Unheard, it would go on for ever, and hold the port and the data folder.
 * Answers how to stop watching.
 */
export function endWithReaders() {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    clearInterval(watch);
    if (process.listenerCount("SIGTERM") > 0) process.kill(process.pid, "SIGTERM");
    else process.exit(1);
  };
  // A failed write without a listener becomes an uncaught exception; Next's handler of those writes it to the same
  // broken output, which fails, which is an uncaught exception: a whole core, until killed.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", end);
  const watch = setInterval(() => {
    if (!isRead(1) || !isRead(2)) end();
  }, 500);
  watch.unref();
  return () => {
    clearInterval(watch);
    for (const stream of [process.stdout, process.stderr]) stream.off("error", end);
  };
}

/** Whether somebody holds the other end of an output; true for files and terminals, and where the system does not tell. */
function isRead(output) {
  const path = `/proc/self/fd/${output}`;
  try {
    const [, type, inode] = /^(pipe|socket):\[(\d+)\]$/.exec(readlinkSync(path)) ?? [];
    if (type === "socket") return isHeld(inode);
    if (type === "pipe") closeSync(openSync(path, constants.O_WRONLY | constants.O_NONBLOCK));
    return true;
  } catch (error) {
    // What the system says to whoever would write into a pipe that nobody reads.
    return error.code !== "ENXIO";
  }
}

/** One end of a pair of sockets is counted once for itself, once for its file and once by the other end. */
function isHeld(inode) {
  const found = readFileSync("/proc/net/unix", "utf8").split("\n").map((line) => line.trim().split(/ +/)).find((line) => line[6] === inode);
  return !found || Number.parseInt(found[1] ?? "", 16) > 2;
}
