/**
 * Who may see what an entry of the record says; auditors of the case see all but `system`.
 * `requester`: whoever made the request. `team`: they and their team. `desk`: the staff of the one desk, or of the one organisation's desks, that the
 * entry names. `desks`: every desk of the case. `side`: whoever the entry itself names, its requester, its desks or one side of the boundary. `both sides`:
 * requester, team and every desk on both sides. `auditor`: auditors alone. `system`: the record, and who audits everything.
 */
export const visibilityClasses = ["requester", "team", "desk", "desks", "side", "both sides", "auditor", "system"] as const;
export type VisibilityClass = (typeof visibilityClasses)[number];

/** A class for an event and for each of its fields: neither a type nor a field without one compiles. */
export type Classified<Data> = { readonly event: VisibilityClass; readonly fields: { readonly [F in keyof Data]-?: VisibilityClass } };
