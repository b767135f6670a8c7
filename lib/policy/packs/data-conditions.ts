import { all, any, atLeast, is, isOneOf, lessThan, not } from "./conditions.ts";

/*
 * What the rules on exporting data have in common. Each denial reads an unanswered question as not so; the form therefore
 * requires these answers wherever it asks for them.
 */

/** Neither notified nor published as important data, and no secret of the State or of work. */
export const ordinaryData = all(not(is("data.important", true)), not(isOneOf("data.core_or_secret", "core", "state_secret", "work_secret")));

/** Freed from assessment, contract and certification: Provisions of 22 March 2024, articles 4 to 6. */
export const exemptFromMechanism = any(
  is("data.collected_abroad", true),
  isOneOf("data.exempt_scenario", "contract", "hr", "emergency"),
  all(is("data.ftz_processor", true), is("data.ftz_list_status", "outside_list")),
);

/** So many persons since 1 January that a contract or a certificate is due, and not yet an assessment (articles 7 and 8). */
export const inContractBand = any(
  all(atLeast("data.pi_count", 100_000), lessThan("data.pi_count", 1_000_000), not(atLeast("data.sensitive_count", 10_000))),
  all(atLeast("data.sensitive_count", 1), lessThan("data.sensitive_count", 10_000), not(atLeast("data.pi_count", 1_000_000))),
);
