import { Agent, request } from "node:http";

export type Asked = { readonly method?: "GET" | "POST"; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };
export type Answered = { readonly status: number; readonly text: string };

/** One agent for all: connections stay open, as browsers and programs keep theirs. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** A question over plain HTTP. Node's own client costs a third of what `fetch` does, on a machine that serves meanwhile. */
export function ask(address: string, asked: Asked = {}): Promise<Answered> {
  const { method = "GET", headers = {}, body } = asked;
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) };
    const question = request(address, { method, agent, headers: { ...headers, ...length } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      answer.on("error", reject);
    });
    question.on("error", (error: NodeJS.ErrnoException) => {
      // The server may close a connection it has kept idle just as it is used again (Node, "request.reusedSocket"): nothing was heard, so it is asked anew.
      if (question.reusedSocket && error.code === "ECONNRESET") resolve(ask(address, asked));
      else reject(error);
    });
    question.end(body);
  });
}

export function closeConnections(): void {
  agent.destroy();
}
