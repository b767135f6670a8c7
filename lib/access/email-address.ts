/** An e-mail address as it is kept and looked up: NFKC, lower case, no space around. Undefined when it cannot be one. */
export function emailAddress(typed: string): string | undefined {
  const text = typed.normalize("NFKC").trim().toLowerCase();
  return text.length <= 254 && /^[^\s@\p{C}]+@[^\s@\p{C}]+$/u.test(text) ? text : undefined;
}
