import { isId } from "@/lib/id";
import { reader } from "@/lib/server/language";
import { leadTo } from "@/lib/server/plain-answer";
import { currentActor } from "@/lib/server/session";
import { bundled } from "@/lib/server/take-away/bundle";
import { bundleOf } from "@/lib/server/take-away/response";

/** One case with its papers and proofs as one archive. Reading them is recorded. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [actor, { language }, { id }] = await Promise.all([currentActor(), reader(), params]);
  if (actor.kind !== "person") return leadTo(`/sign-in?next=${encodeURIComponent(`/audit/${id}`)}`);
  return bundleOf(isId(id) ? await bundled(actor, { requests: [id], language }) : "notFound", language);
}
