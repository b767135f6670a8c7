import { type Binding, FieldGroup, idAmong, type Question } from "@/app/_ui/field";
import type { Choice } from "@/app/_ui/choices";

/** A few short answers side by side, so that thirty such questions stay a page or two. */
export function YesNo({ question, options, chosen, bind }: { question: Question; options: readonly Choice[]; chosen?: string; bind?: Binding }) {
  return (
    <FieldGroup question={question}>
      <div className={`inline-flex max-w-full flex-wrap rounded-control border ${question.error ? "border-2 border-stop-solid" : "border-line-strong"}`}>
        {options.map(({ value, label }, at) => (
          <label key={value} className="flex min-h-11 min-w-24 cursor-pointer items-center gap-2.5 border-s border-line px-3.5 py-2 text-md font-medium first:border-s-0 has-checked:bg-harbour-tint has-checked:font-semibold">
            <input {...bind} type="radio" name={question.name} value={value} id={idAmong(question, at)} defaultChecked={value === chosen} className="m-0 size-5" />
            {label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
