import { createServer, type RequestListener, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { failure } from "../failure.ts";

export type Web = { readonly stop: () => Promise<void> };

/** How long requests that are being answered may still take once we end. */
const grace = 1_200;

/** Reads the production build, which needs no database yet. Answers how to serve it on the port of the host; `localhost` is both loopback addresses, whichever a browser tries first. */
export async function readWeb(host: string, port: number): Promise<() => Promise<Web>> {
  Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  const { default: next } = await import("next");
  const app = next({ dev: false, dir: process.cwd(), hostname: host, port });
  await quietly(() => app.prepare());
  const handle = app.getRequestHandler();
  return async () => {
    const servers = await listen(host, port, (request, response) => {
      if (!isServed(request.method)) return void response.writeHead(405, { allow: "GET, HEAD, POST" }).end();
      request.url = readableAddress(request.url ?? "/");
      void handle(request, response);
    });
    const stop = async () => {
      await Promise.all(servers.map(drain));
      await app.close();
    };
    return { stop };
  };
}

/** Of some methods the platform makes no request (fetch, §2.2.1), and Next would fail over them. */
export function isServed(method = ""): boolean {
  return method !== "TRACE" && method !== "CONNECT";
}

/** An address whose path is no UTF-8 once decoded, with its percent signs standing for themselves: found nowhere, where Next would fail over it. */
export function readableAddress(address: string): string {
  const [path = "", ...query] = address.split("?");
  try {
    decodeURIComponent(path);
    return address;
  } catch {
    return [path.replaceAll("%", "%25"), ...query].join("?");
  }
}

/** Refuses a port that somebody else listens on; asked before the long work of a first start. */
export async function refuseBusyPort(host: string, port: number): Promise<void> {
  const servers = await listen(host, port, () => {});
  await Promise.all(servers.map(drain));
}

/** Next tells how long each part of its own start took; an operator wants the address. */
async function quietly(work: () => Promise<void>): Promise<void> {
  const print = console.log;
  console.log = () => {};
  try {
    await work();
  } finally {
    console.log = print;
  }
}

async function listen(host: string, port: number, listener: RequestListener): Promise<Server[]> {
  const addresses = host === "localhost" ? ["127.0.0.1", "::1"] : [host];
  const servers: Server[] = [];
  for (const address of addresses) {
    const server = createServer(listener);
    const problem = await new Promise<string | undefined>((resolve) => {
      server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      server.listen(port, address, () => resolve(undefined));
    });
    if (!problem) servers.push(server);
    // A machine without IPv6 has no second loopback.
    else if (address !== "::1" || servers.length === 0 || problem === "EADDRINUSE") {
      await Promise.all(servers.map(drain));
      throw failure(reason(problem, address, port));
    }
  }
  return servers;
}

function reason(problem: string, host: string, port: number): string {
  const words: Record<string, string> = {
    EADDRINUSE: `port ${port} is taken by another program; set PORT to another one`,
    EACCES: `port ${port} may not be used by this account; set PORT to one above 1023`,
    EADDRNOTAVAIL: `HOST ${host} is not an address of this machine`,
    ENOTFOUND: `HOST ${host} is not an address of this machine`,
  };
  return words[problem] ?? `cannot listen on ${host}:${port}: ${problem}`;
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection that was kept open for more falls idle when its last answer is out.
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const late = new AbortController();
  await Promise.race([closed, sleep(grace, undefined, { signal: late.signal }).catch(() => {})]);
  late.abort();
  clearInterval(idle);
  server.closeAllConnections();
}
