/** A two-letter code in a box: no flags, no colours. `name` is read out in place of the letters. */
export function JurisdictionBox({ code, name }: { code: string; name?: string }) {
  return (
    <abbr
      title={name}
      className="inline-block min-w-7 self-start justify-self-start rounded-tag border border-line-strong px-1 text-center align-[.12em] font-mono text-2xs leading-4 font-semibold tracking-wider text-ink-2 no-underline"
    >
      {code}
    </abbr>
  );
}
