import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take long, longest first. What begins last should be short, or one core waits for the other. */
const long = ["proofs/commands", "kind/open-questions", "notice/letters", "request/live-rules", "server/start", "db/embedded", "api-scenarios", "server/dossiers", "db/walls", "api-hands", "api-votes", "db/audit", "db/tamper", "db/catalogue", "api-fuzz"];

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
