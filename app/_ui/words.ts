/** Gives the words of `messages/<language>/ui.json` in the reader's language: `t("yourMove")`, `t("side.origin")`. */
export type Words = (key: string, values?: Record<string, string | number>) => string;
