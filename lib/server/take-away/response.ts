import { framed } from "../../export/framed.ts";
import type { Language } from "../../language.ts";
import { nothingHere, said } from "../plain-answer.ts";
import { translator } from "../translate.ts";
import { isLostRight } from "./recorded.ts";
import type { Bundled, Taken } from "./taken.ts";

/** A file as an answer: read from the database only as fast as its reader takes it, and no further once they have gone. */
export function downloadOf({ name, mediaType, pieces }: Pick<Taken, "name" | "mediaType" | "pieces">): Response {
  return new Response(streamOf(pieces), { headers: { ...headers, "content-type": mediaType, "content-disposition": `attachment; filename="${name.replaceAll(/[^\w. -]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name)}` } });
}

/** The same in frames, between which it says how far it has come. */
export function framesOf({ name, mediaType, pieces, progress }: Taken): Response {
  return new Response(streamOf(framed(pieces, () => JSON.stringify(progress()), isLostRight)), { headers: { ...headers, "content-type": "application/octet-stream", "causeway-file": encodeURIComponent(name), "causeway-type": mediaType } });
}

/** A bundle, or in words why there is none. */
export function bundleOf(found: Bundled, language: Language): Response {
  if (typeof found === "object") return downloadOf(found);
  return found === "bundleTooLarge" ? said(422, translator(language)("refusals.bundleTooLarge")) : nothingHere(language);
}

const headers = { "x-content-type-options": "nosniff", "content-security-policy": "default-src 'none'; sandbox", "cache-control": "private, no-store" };

function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  }, { highWaterMark: 1 });
}
