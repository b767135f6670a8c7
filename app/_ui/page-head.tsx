import type { ReactNode } from "react";

/**
 * The top of a page: where one is, its title, its state, and whose move it is since when.
 * `crumbs` are links and short facts (number, kind, version); `tag` is one `Tag`; `actions` are buttons; `lead` is a sentence or two.
 */
export function PageHead({ title, crumbs = [], tag, actions, lead }: {
  title: ReactNode;
  crumbs?: readonly ReactNode[];
  tag?: ReactNode;
  actions?: ReactNode;
  lead?: ReactNode;
}) {
  return (
    <div className="pt-5 pb-4 lg:pt-6 lg:pb-5">
      {crumbs.length > 0 && (
        <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-ink-3 [&_a]:-my-0.75 [&_a]:inline-block [&_a]:py-0.75 [&_a]:text-inherit max-md:[&_a]:-mx-1.5 max-md:[&_a]:-my-3.25 max-md:[&_a]:px-1.5 max-md:[&_a]:py-3.25">
          {crumbs.map((crumb, at) => (
            <span key={at} className="inline-flex items-center gap-1.5">{crumb}</span>
          ))}
        </p>
      )}
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <h1 className="me-auto max-w-[34em] text-xl md:text-2xl">{title}</h1>
        {tag}
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {lead && <p className="mt-2 max-w-[60rem] text-ink-2 [&_b]:text-ink">{lead}</p>}
    </div>
  );
}
