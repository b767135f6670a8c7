import type { Stopped } from "@/app/(auth)/form-state";

/** Stands above a form that could not be sent as things stood: nothing was done, and what was typed stands below. */
export function Kept({ words: { title, kept, link } }: { words: Stopped }) {
  return (
    <section role="alert" className="mb-5 rounded-panel border-2 border-stop-solid bg-paper px-4 pt-3.5 pb-4 sm:px-5">
      <h2 className="text-lg">{title}</h2>
      <p className="mt-1 text-sm">{kept}{link && <> <a href={link.href} target="_blank">{link.label}</a></>}</p>
    </section>
  );
}
