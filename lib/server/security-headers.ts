import { isHttps } from "./sign-in-cookie.ts";

/**
 * Headers for pages: only scripts and styles that carry the nonce of this answer, or come from our own files through
 * such a script, run; nothing may frame us, and forms go nowhere else.
 */
export function pageHeaders(nonce: string): Record<string, string> {
  return { ...commonHeaders(), "content-security-policy": contentSecurityPolicy(nonce) };
}

/** Headers for every answer, data too. */
export function commonHeaders(): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    // Not `no-referrer`: browsers then send `Origin: null` with forms, and our own would be taken for foreign ones.
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(isHttps() && { "strict-transport-security": "max-age=31536000" }),
  };
}

function contentSecurityPolicy(nonce: string): string {
  // React's development build explains errors by means of eval.
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    // Else it would follow script-src, where 'self' does not count beside strict-dynamic.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    ...(isHttps() ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
