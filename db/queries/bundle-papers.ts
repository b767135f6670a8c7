import { and, asc, eq } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { asReader } from "../client.ts";
import { documents, requests } from "../schema/requests.ts";
import { forReader } from "./documents.ts";
import { visibleTo } from "./visible.ts";

/** A submitted request as a bundle has it, with its papers in the order in which they were attached; null for whoever does not see it, and for a draft. */
export type BundleCase = { readonly id: string; readonly number: string; readonly title: string; readonly kind: string; readonly status: string; readonly from: string; readonly to: string; readonly submittedAt: string; readonly papers: readonly { readonly id: string; readonly name: string; readonly size: number; readonly sha256: string }[] };

export async function bundleCase(actor: Actor, requestId: string): Promise<BundleCase | null> {
  return asReader(actor, async (tx) => {
    const [found] = await tx
      .select({ id: requests.requestId, number: requests.number, title: requests.title, kind: requests.kind, status: requests.status, from: requests.fromJurisdiction, to: requests.toJurisdiction, submittedAt: requests.submittedAt })
      .from(requests)
      .where(and(eq(requests.requestId, requestId), visibleTo(tx, actor, requests.requestId)));
    if (!found) return null;
    const papers = await tx.select({ id: documents.documentId, name: documents.name, size: documents.size, sha256: documents.sha256 }).from(documents).where(and(eq(documents.requestId, requestId), forReader(tx, actor))).orderBy(asc(documents.at), asc(documents.documentId));
    return { ...found, title: found.title ?? "", papers: papers.map(({ name, ...paper }) => ({ ...paper, name: name ?? "" })) };
  });
}
