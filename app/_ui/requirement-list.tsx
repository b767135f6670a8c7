import type { ReactNode } from "react";

export type RequirementItem = {
  id: string;
  /** One `Tag`: Your move, With them, Granted, Needs a person, Later. */
  tag: ReactNode;
  name: ReactNode;
  /** Authority and law. */
  authority?: ReactNode;
  /** How it stands, in words, with reference and date; may begin with `ClockCells`. */
  state?: ReactNode;
  /** "Too late for 30 Nov:" and what follows from it. */
  late?: ReactNode;
  action?: ReactNode;
};

/** What the findings ask for, grouped by when it is due; each group says how much of it is in place. Sits straight in a `Panel`. */
export function RequirementList({ groups }: { groups: readonly { title: ReactNode; count?: ReactNode; items: readonly RequirementItem[] }[] }) {
  return groups.map(({ title, count, items }, at) => (
    <section key={at}>
      <h3 className={`flex flex-wrap justify-between gap-x-4 border-b border-line bg-ground px-4 py-2 text-xs sm:px-5 ${at === 0 ? "" : "border-t"}`}>
        {title}
        {count && <span className="font-normal text-ink-2">{count}</span>}
      </h3>
      <ul className="@container">{items.map((item) => <Item key={item.id} {...item} />)}</ul>
    </section>
  ));
}

function Item({ id, tag, name, authority, state, late, action }: RequirementItem) {
  return (
    <li id={id} className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 text-sm leading-dense first:border-t-0 sm:px-5 @2xl:grid-cols-[8.5rem_minmax(0,1fr)_minmax(0,16rem)]">
      <span className="@max-2xl:order-2">{tag}</span>
      <div>
        <span className="block text-md leading-dense font-semibold">{name}</span>
        {authority && <span className="block text-xs text-ink-3">{authority}</span>}
      </div>
      <div className="text-ink-2 @max-2xl:order-3 [&_b]:font-medium [&_b]:text-ink">
        {state}
        {late && <span className="block font-semibold text-stop">{late}</span>}
        {action && <div className="mt-0.5">{action}</div>}
      </div>
    </li>
  );
}
