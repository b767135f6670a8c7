/** The closed list of permissions. Roles are rows that hold some of them; nothing else grants anything. */
export const permissions = [
  "request.create",
  "request.own",
  "request.endorse",
  "request.read",
  "request.breakGlass",
  "step.decide",
  "requirement.record",
  "comment.add",
  "movement.record",
  "permit.revoke",
  "permit.expire",
  "audit.search",
  "audit.verify",
  "record.erase",
  "record.hold",
  "people.manage",
  "desk.manage",
  "policy.publish",
  "key.issue",
] as const;
export type Permission = (typeof permissions)[number];

export type Scope = { readonly kind: "organisation" | "jurisdiction" | "desk"; readonly id: string } | { readonly kind: "everything" };

/** `for` is whose right it is, while somebody stands in for them. */
export type Grant = { readonly role: string; readonly permissions: readonly Permission[]; readonly scope: Scope; readonly for?: string };

/** What a permission is asked for: any of the places a grant's scope may name. */
export type Subject = {
  readonly organisations?: readonly string[];
  readonly jurisdictions?: readonly string[];
  readonly desks?: readonly string[];
};

/** The roles every installation begins with. */
export const standardRoles = {
  researcher: ["request.create", "request.own", "request.endorse", "request.read", "requirement.record", "comment.add", "movement.record", "key.issue"],
  "desk-officer": ["request.read", "step.decide", "requirement.record", "comment.add", "key.issue"],
  "desk-lead": ["request.read", "step.decide", "requirement.record", "comment.add", "permit.revoke", "desk.manage", "key.issue"],
  "organisation-admin": ["request.read", "people.manage", "desk.manage", "record.erase", "key.issue"],
  "policy-admin": ["policy.publish", "request.read", "key.issue"],
  auditor: ["request.read", "audit.search", "audit.verify", "record.hold", "key.issue"],
  "control-point-officer": ["movement.record", "request.read", "key.issue"],
  "platform-admin": ["request.breakGlass", "people.manage", "desk.manage", "policy.publish", "audit.verify", "key.issue"],
} as const satisfies Record<string, readonly Permission[]>;
export type RoleId = keyof typeof standardRoles;
