import { isMainThread } from "node:worker_threads";

// Loaded before a program that we run (`node --import`): it ends when whoever ran it is gone, however that went.
// Nobody would read its answer, and a build or a test run that goes on alone stands in the way of the next one.

if (isMainThread) {
  const parent = process.ppid;
  let rounds = 0;
  setInterval(() => {
    if (process.ppid === parent) return;
    process.kill(process.pid, rounds++ < 50 ? "SIGTERM" : "SIGKILL");
  }, 200).unref();
}
