/**
 * The signed token in what somebody has at hand: the token itself, or the JSON that is offered beside it (`{credential, jwt}`). What is
 * neither comes back as it is, and is then no token.
 */
export function tokenIn(text: string): string {
  const plain = text.replace(/^\uFEFF/, "").trim();
  if (!plain.startsWith("{")) return plain;
  try {
    const { jwt } = JSON.parse(plain) as { jwt?: unknown };
    return typeof jwt === "string" ? jwt.trim() : plain;
  } catch {
    return plain;
  }
}
