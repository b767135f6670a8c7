import { cache } from "react";
import { type AuditedCase, auditedCase } from "@/lib/server/audited-case";
import { requestDetail, type RequestDetail } from "@/lib/server/request-detail";
import { requireActor } from "@/lib/server/session";

/** The request a page is about, for whoever asks: read once, though its title and its body both want it. */
export const caseDetail: (id: string) => Promise<RequestDetail | null> = cache(async (id) => requestDetail(await requireActor(), id));

/** The same for whoever audits it. */
export const auditedDetail: (id: string) => Promise<AuditedCase | null> = cache(async (id) => auditedCase(await requireActor(), id));
