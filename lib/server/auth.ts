import NextAuth, { AuthError, CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { clientAddress } from "./client-address.ts";
import { settings } from "./settings.ts";
import { isHttps, sessionCookie } from "./sign-in-cookie.ts";
import { beginSession, endSession, findSession } from "./sign-in-sessions.ts";
import { signIn as checkCredentials, type SignInRefusal } from "./sign-in.ts";

/**
 * next-auth, with a random token in the cookie and its hash in `sessions` where it would keep a signed one. Our forms
 * reach it through server actions, for which Next compares Origin and Host; its own routes ask for a token against forgery.
 */
export const { handlers, signIn, signOut } = NextAuth(() => config());

/** Why a sign-in was refused, out of the error that next-auth passes on; undefined for any other error. */
export function refusalOf(error: unknown): SignInRefusal | undefined {
  return error instanceof CredentialsSignin ? ((error as RefusedSignIn).refusal ?? { code: "wrongCredentials" }) : undefined;
}

type RefusedSignIn = CredentialsSignin & { readonly refusal?: SignInRefusal };

const Credential = z.object({ email: z.string().max(1000), password: z.string().max(10_000) });

function config(): NextAuthConfig {
  const { PUBLIC_URL, AUTH_SECRET } = settings();
  // The one way next-auth can be told where it lives; what Host says is then not believed.
  process.env.AUTH_URL = PUBLIC_URL;
  const cookie = sessionCookie();
  return {
    secret: AUTH_SECRET,
    basePath: "/api/auth",
    trustHost: true,
    useSecureCookies: isHttps(),
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account" },
    providers: [Credentials({ credentials: { email: {}, password: {} }, authorize })],
    session: { strategy: "jwt", maxAge: cookie.maxAge },
    cookies: { sessionToken: { name: cookie.name, options: cookie.options } },
    jwt: { encode: async ({ token }) => String(token?.sid ?? ""), decode: async ({ token }) => decode(token) },
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, sub: user.id, sid: (user as { sid?: string }).sid } : token),
      // The token is for the cookie alone; what is answered here goes to scripts.
      session: ({ session, token }) => ({ user: { id: token.sub, name: token.name, email: token.email }, expires: session.expires }),
      redirect: ({ url, baseUrl }) => (URL.canParse(url, baseUrl) && new URL(url, baseUrl).origin === baseUrl ? new URL(url, baseUrl).href : baseUrl),
    },
    events: { signOut: async (message) => ("token" in message && message.token?.sid ? endSession(String(message.token.sid)) : undefined) },
    logger: { error: report, warn: () => {}, debug: () => {} },
  };
}

async function authorize(given: unknown, request: Request) {
  const credential = Credential.safeParse(given);
  if (!credential.success) return null;
  const now = new Date();
  const outcome = await checkCredentials({ ...credential.data, address: clientAddress(request.headers) }, now);
  if (!("person" in outcome)) throw refused(outcome);
  return { id: outcome.person.id, sid: await beginSession(outcome.person.id, request.headers.get("user-agent"), now) };
}

function refused(refusal: SignInRefusal): RefusedSignIn {
  return Object.assign(new CredentialsSignin(), { code: refusal.code, refusal });
}

async function decode(token: string | undefined) {
  const person = token === undefined ? null : await findSession(token, new Date());
  return person && { sub: person.id, name: person.name, email: person.email, sid: token };
}

/** Others' mistakes are no errors of ours, and next-auth would write a stack for each. */
const others: readonly string[] = ["CredentialsSignin", "JWTSessionError", "MissingCSRF", "UnknownAction", "InvalidCallbackUrl", "InvalidProvider"];

function report(error: Error): void {
  // By type: the build shortens the names of classes.
  if (error instanceof AuthError ? others.includes(error.type) : error instanceof SyntaxError) return;
  console.error(`sign-in: ${error.message}`);
}
