import Link from "next/link";
import { Panel } from "@/app/_ui/panel";
import { demoPassword } from "@/lib/server/demo/people";
import type { DemoSignIn } from "@/lib/server/sign-in-demo";
import type { Translator } from "@/lib/server/translate";

/** Who one can be in a demonstration: each a link that fills in the form above. */
export function DemoPeople({ t, people, next }: { t: Translator; people: readonly DemoSignIn[]; next: string }) {
  return (
    <div className="mt-12">
      <Panel title={t("auth.demo.title")}>
        <p className="px-4 pt-3 pb-3 text-sm text-ink-2 sm:px-5">
          {t.rich("auth.demo.lead", { password: demoPassword, code: (words) => <code className="font-mono whitespace-nowrap select-all">{words}</code> })}
        </p>
        <ul>
          {people.map(({ email, name, role, place }) => (
            <li key={email} className="border-t border-line px-4 py-2 text-sm sm:px-5">
              <Link href={`/sign-in?as=${encodeURIComponent(email)}&next=${encodeURIComponent(next)}`} aria-label={t("auth.demo.fill", { name })} prefetch={false}>{name}</Link>
              <span className="block text-xs text-ink-3">{[t(`account.role.${role}`), place].filter(Boolean).join(" · ")}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
