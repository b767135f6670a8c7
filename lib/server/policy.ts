import { createHash } from "node:crypto";
import { canonical } from "../audit/chain.ts";
import { packs } from "../policy/registry.ts";

/** The rule packs with their digests, worked out once: a submission pins both. */
export const digestedPacks = packs.map((pack) => ({ pack, digest: createHash("sha256").update(canonical(pack)).digest("hex") }));
