import type { FormState } from "@/app/(auth)/form-state";

export type EndedWords = NonNullable<FormState["ended"]>;

/** Stands above a form that was sent after its session had ended: nothing was sent, and what was typed stands below. */
export function Kept({ words }: { words: EndedWords }) {
  return (
    <section role="alert" className="mb-5 rounded-panel border-2 border-stop-solid bg-paper px-4 pt-3.5 pb-4 sm:px-5">
      <h2 className="text-lg">{words.title}</h2>
      <p className="mt-1 text-sm">{words.kept} <a href="/sign-in" target="_blank">{words.signIn}</a></p>
    </section>
  );
}
