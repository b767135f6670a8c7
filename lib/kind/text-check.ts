/**
 * Whether a text carries characters that nobody sees: controls, zero-width characters, direction overrides, lone
 * surrogates. They make two texts look alike that are not, or turn a line around on an officer's screen.
 */
export function hasHiddenCharacters(text: string): boolean {
  // Most texts are plain ids, which the first look settles.
  return !/^[ -~]*$/.test(text) && /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(text);
}

/** What a keyboard for Chinese types as wide letters, digits and spaces, as their usual forms; nothing else changes. */
export function narrow(text: string): string {
  return text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replaceAll("\u3000", " ");
}
