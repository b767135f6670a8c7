import { useId } from "react";
import { Pointed } from "./pointed";
import { TakeFocus } from "./take-focus";
import type { Words } from "./words";

/**
 * What needs another look, at the top of the form, each a link to its field; `of` is the question it is about. Takes focus; without JavaScript `role="alert"` does.
 * `attempt` changes with each submission, so that the same errors take focus a second time.
 */
export function ErrorSummary({ t, errors, attempt = "" }: { t: Words; errors: readonly { field?: string; message: string; of?: string }[]; attempt?: string | number }) {
  // Two forms of a page may each have one.
  const title = useId();
  if (errors.length === 0) return null;
  return (
    <TakeFocus labelledBy={title} id="errors" whenChanged={`${attempt} ${errors.map((error) => error.message).join(" ")}`}>
      <h2 id={title} className="flex items-center gap-2 text-lg">
        <Pointed at="circle-alert" className="size-4.5 text-stop" />
        {t("errors", { count: errors.length })}
      </h2>
      <ul className="mt-1 grid gap-1.5 ps-6.5">
        {errors.map(({ field, message, of }) => (
          <li key={`${field} ${message}`}>
            {of && <span id={`errors-${field}`} className="block text-sm text-ink-2">{of}</span>}
            {field ? <a href={`#${field}`} aria-describedby={of && `errors-${field}`} className="font-medium text-stop hover:text-stop">{message}</a> : <span className="font-medium text-stop">{message}</span>}
          </li>
        ))}
      </ul>
    </TakeFocus>
  );
}
