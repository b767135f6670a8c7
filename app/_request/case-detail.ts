import { cache } from "react";
import { requestDetail, type RequestDetail } from "@/lib/server/request-detail";
import { requireActor } from "@/lib/server/session";

/** The request a page is about, for whoever asks: read once, though its title and its body both want it. */
export const caseDetail: (id: string) => Promise<RequestDetail | null> = cache(async (id) => requestDetail(await requireActor(), id));
