import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take long, longest first. What begins last should be short, or one core waits for the other. */
const long = ["proofs/commands", "letters", "kind/open-questions", "request/live-rules", "api-odd", "db/movements", "forms-odd", "db/quotas", "queries-unwalled", "first-wall", "server/dossiers", "server/start", "document-reads", "permit-credentials", "server/erasure", "api-scenarios", "api-ledger", "standing-grants", "api-obligations", "db/seals", "db/audit", "published-packs", "tamper-seals", "server/mail", "forbidden-values", "api-hands", "api-fuzz"];

// A class, because vitest asks for one.
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => [...long, ""].findIndex((one) => moduleId.includes(one));
    // What sorts here is vitest, no array.
    // oxlint-disable-next-line unicorn/no-array-sort
    const usual = await super.sort(files);
    return usual.toSorted((a, b) => place(a) - place(b));
  }
}
