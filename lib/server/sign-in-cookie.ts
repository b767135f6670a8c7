import { settings } from "./settings.ts";
import { longestDays } from "./sign-in-sessions.ts";

/** The cookie of a session. Over https its name makes browsers refuse it from any other host and without encryption. */
export function sessionCookie() {
  const secure = isHttps();
  return {
    name: secure ? "__Host-causeway" : "causeway",
    // The row ends the session when it lies idle; the cookie need only outlive the row.
    maxAge: longestDays * 24 * 60 * 60,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

/** Whether people reach this installation over https. */
export function isHttps(): boolean {
  return settings().PUBLIC_URL.startsWith("https:");
}
