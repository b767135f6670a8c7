/**
 * A cell that a spreadsheet would take for a formula, so that it is taken for words: with an apostrophe in front (OWASP, CSV
 * injection). Besides = + - @, tab and carriage return that is a line feed, and the four signs in their full width, which
 * East Asian spreadsheets read as the same.
 */
export function defused(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
