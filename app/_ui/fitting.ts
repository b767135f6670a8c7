/** A choice with what else it is called, in other languages. */
export type SearchedOption = { readonly value: string; readonly label: string; readonly names?: readonly string[] };

/** The choices whose names hold every word that was typed; all of them while nothing was. */
export function fitting<O extends SearchedOption>(options: readonly O[], typed: string): readonly O[] {
  const wanted = folded(typed).split(/\s+/).filter((word) => word !== "");
  return options.filter(({ label, names = [] }) => {
    const all = [label, ...names].map(folded).join("\n");
    return wanted.every((word) => all.includes(word));
  });
}

/** The choice that a text means: by its id or one of its names, else the only one that fits; otherwise the text, for whoever has to say that it is none. */
export function meant(options: readonly SearchedOption[], typed: string): string {
  const text = folded(typed).trim();
  if (text === "") return "";
  const named = options.find(({ value, label, names = [] }) => [value, label, ...names].some((name) => folded(name) === text));
  const [first, ...others] = fitting(options, typed);
  return named?.value ?? (first && others.length === 0 ? first.value : typed.trim());
}

/** Width, case and accents do not count. Both scripts of Chinese are among the names. */
function folded(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
