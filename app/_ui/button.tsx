import Link from "next/link";
import { useId, type ButtonHTMLAttributes, type ReactNode } from "react";

export type ButtonLook = "first" | "plain" | "danger" | "quiet";

type Common = {
  /** One `first` a view. `danger` is outlined and whatever it does asks once more. `quiet` looks like a link. */
  look?: ButtonLook;
  /** 40 px and 48 on phones; 32 and 44 in toolbars. */
  size?: "normal" | "toolbar";
  /** Why it cannot be done now. The button stays, does nothing, and the reason stands under it. */
  reason?: ReactNode;
  wide?: boolean;
  children: ReactNode;
};

/** Says what happens: "Approve as biosafety officer". Takes everything a `<button>` takes; submits unless `type="button"`. */
export function Button({ look = "plain", size = "normal", reason, wide, children, ...rest }: Common & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "disabled">) {
  const reasonId = useId();
  if (!reason) return <button type="submit" {...rest} data-screen className={classes(look, size, wide)}>{children}</button>;
  return (
    <span data-screen className={`inline-grid justify-items-start gap-1 ${wide ? "w-full" : ""}`}>
      <button {...rest} type="button" aria-disabled="true" aria-describedby={reasonId} className={classes("not", size, wide)}>{children}</button>
      <Reason id={reasonId}>{reason}</Reason>
    </span>
  );
}

/** The same, where doing means going somewhere. `plain` makes it a whole navigation: for files, and for routes that set a cookie. */
export function ButtonLink({ href, look = "plain", size = "normal", reason, wide, plain, download, children }: Common & { href: string; plain?: boolean; download?: boolean }) {
  const reasonId = useId();
  if (reason) {
    return (
      <span data-screen className={`inline-grid justify-items-start gap-1 ${wide ? "w-full" : ""}`}>
        <a role="link" tabIndex={0} aria-disabled="true" aria-describedby={reasonId} className={classes("not", size, wide)}>{children}</a>
        <Reason id={reasonId}>{reason}</Reason>
      </span>
    );
  }
  const className = classes(look, size, wide);
  if (plain || download) return <a href={href} download={download} data-screen className={className}>{children}</a>;
  return <Link href={href} data-screen className={className}>{children}</Link>;
}

function Reason({ id, children }: { id: string; children: ReactNode }) {
  return <span id={id} className="max-w-80 text-xs text-ink-2">{children}</span>;
}

function classes(look: ButtonLook | "not", size: "normal" | "toolbar", wide = false) {
  return `${shape} ${sizes[size]} ${looks[look]} ${wide ? "w-full justify-center" : ""}`;
}

const shape =
  "inline-flex h-fit items-center gap-2 rounded-control border font-medium leading-tight no-underline hover:no-underline transition-colors duration-(--quick) ease-calm";

const sizes = {
  normal: "min-h-12 px-4 py-1.5 text-md md:min-h-10",
  toolbar: "min-h-11 px-3 py-1 text-xs md:min-h-8 md:px-2.5",
} as const;

const looks = {
  first: "border-harbour bg-harbour text-on-harbour hover:border-harbour-deep hover:bg-harbour-deep hover:text-on-harbour",
  plain: "border-line-strong bg-paper text-ink hover:bg-sunken hover:text-ink",
  danger: "border-stop bg-paper text-stop hover:bg-stop-tint hover:text-stop",
  quiet: "border-transparent px-1.5 text-harbour underline underline-offset-[.18em] hover:text-harbour-deep hover:underline",
  not: "cursor-not-allowed border-line bg-sunken text-ink-3 hover:text-ink-3",
} as const satisfies Record<ButtonLook | "not", string>;
