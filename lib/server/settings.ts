import { z } from "zod";

/**
 * Everything an installation can set, by environment variable. Parsed once at start; a wrong value stops it with its name and reason.
 * An empty variable counts as one that is not set.
 */
export const Settings = z
  .object({
    /** The port of the web server. */
    PORT: wholeNumber(1, 65535, "is not a port number between 1 and 65535").default(3000),
    /** The address to listen on; `localhost` is both loopback addresses and nothing else. */
    HOST: z.string().regex(/^[\w.:-]+$/, "is not a host name or an address").default("localhost"),
    /** The folder for the embedded database, uploaded papers and generated secrets. */
    CAUSEWAY_DATA: z.string().default(".data"),
    /** PostgreSQL 15 or newer for the serving role; without it a server is embedded. */
    DATABASE_URL: postgresUrl().optional(),
    /** The same database for the role that owns and migrates. */
    DATABASE_OWNER_URL: postgresUrl().optional(),
    /** The most connections one process opens. */
    DATABASE_POOL: wholeNumber(1, 500, "is not a whole number between 1 and 500").default(10),
    /** Keys cookies and links; made and kept in the data folder when absent. */
    AUTH_SECRET: z.string().min(32, "is shorter than 32 characters").optional(),
    /** What people type to get here; links in mails start with it. */
    PUBLIC_URL: webUrl().optional(),
    /** How many requests a minute one API key may make, and one network address where no key is asked for. */
    API_RATE: wholeNumber(1, 10_000_000, "is not a whole number between 1 and 10000000").default(12_000),
    /** How many proxies in front of us add to X-Forwarded-For; 0 believes none. */
    TRUSTED_PROXIES: wholeNumber(0, 10, "is not a whole number between 0 and 10").default(0),
    /** `smtp://user:password@host:587` or `smtps://…`; without it mails are shown on the operator's console. */
    SMTP_URL: z.string().refine((value) => isUrl(value, ["smtp:", "smtps:"]), "is not an address like smtp://user:password@host:587").optional(),
    /** The sender of mails. */
    MAIL_FROM: z.string().regex(/^[^\r\n]*@[^\r\n]*$/, "is not a sender like Causeway <causeway@example.org>").default("Causeway <causeway@localhost>"),
    /** Who runs this installation, as people should read it at the foot of a page. */
    CAUSEWAY_OPERATOR: z.string().max(200, "is longer than 200 characters").optional(),
  })
  .refine((set) => !set.DATABASE_OWNER_URL || set.DATABASE_URL, { path: ["DATABASE_OWNER_URL"], error: "is set, but DATABASE_URL is not" })
  .transform((set) => ({ ...set, PUBLIC_URL: (set.PUBLIC_URL ?? `http://localhost:${set.PORT}`).replace(/\/$/, "") }));
export type Settings = z.infer<typeof Settings>;

/** The settings of this process, parsed at the first question. */
export function settings(): Settings {
  current ??= readSettings(process.env);
  return current;
}

let current: Settings | undefined;

/** Parses settings from an environment; throws one error whose message names every wrong variable and why, never its value. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ""));
  const parsed = Settings.safeParse(set);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new Error([...new Set(problems)].join("; "));
}

/** Digits and nothing else: what a coercion would make of `1e3`, `0x10` or a space is not what was meant. */
function wholeNumber(least: number, most: number, error: string) {
  return z.string().regex(/^\d{1,9}$/, error).transform(Number).pipe(z.number().min(least, error).max(most, error));
}

function postgresUrl() {
  return z.string().refine((value) => isUrl(value, ["postgres:", "postgresql:"]), "is not an address like postgres://role:password@host:5432/database");
}

function webUrl() {
  return z.string().refine((value) => isUrl(value, ["http:", "https:"]), "is not an address like https://causeway.example.org");
}

function isUrl(value: string, protocols: readonly string[]): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url !== undefined && protocols.includes(url.protocol) && url.hostname !== "" && isDecodable(`${url.username}${url.password}${url.pathname}`);
}

/** A percent sign that begins no byte would stop whoever decodes the address. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
