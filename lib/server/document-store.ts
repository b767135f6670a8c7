import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { settings } from "./settings.ts";

/** Where papers lie: a folder by default. Everything that touches a file goes through these four. */
export type DocumentStore = {
  put(requestId: string, documentId: string, content: Uint8Array): Promise<void>;
  get(requestId: string, documentId: string): Promise<Uint8Array>;
  remove(requestId: string, documentId: string): Promise<void>;
  removeAll(requestId: string): Promise<void>;
};

/** Papers in a folder, one below it for each request. Ids are UUIDs, checked here so that no path can be written into one. */
export function folderStore(folder: string): DocumentStore {
  const inside = (...ids: readonly string[]) => {
    if (!ids.every((id) => /^[0-9a-f-]{36}$/i.test(id))) throw new Error("not an id");
    // An id is the same in capitals, as it is to the database.
    return path.join(folder, ...ids.map((id) => id.toLowerCase()));
  };
  return {
    async put(requestId, documentId, content) {
      const target = inside(requestId, documentId);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      // A half-written file never stands under its name, and two writers never share one.
      const part = `${target}.${randomUUID()}.part`;
      await writeFile(part, content, { mode: 0o600, flush: true });
      await rename(part, target);
    },
    get: (requestId, documentId) => readFile(inside(requestId, documentId)),
    remove: (requestId, documentId) => rm(inside(requestId, documentId), { force: true }),
    removeAll: (requestId) => rm(inside(requestId), { recursive: true, force: true }),
  };
}

/** A paper as it is kept; null where there is none. */
export async function keptDocument(store: DocumentStore, requestId: string, documentId: string): Promise<Uint8Array | null> {
  return store.get(requestId, documentId).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  });
}

export function documentStore(): DocumentStore {
  return folderStore(path.join(settings().CAUSEWAY_DATA, "documents"));
}
