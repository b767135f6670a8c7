import { TabLinks } from "@/app/_ui/tab-links";
import { reader } from "@/lib/server/language";

/** Where auditors work. A room stands here once it is open. */
const rooms = [
  { id: "search", href: "/audit" },
  { id: "questions", href: "/audit/questions" },
  { id: "papers", href: "/audit/papers" },
  { id: "seals", href: "/seals" },
] as const;

export type Room = (typeof rooms)[number]["id"];

/** The way between the rooms of the audit, above what each holds. */
export async function Rooms({ current }: { current: Room }) {
  const { t } = await reader();
  return <TabLinks label={t("audit.rooms.title")} tabs={rooms.map(({ id, href }) => ({ href, label: t(`audit.rooms.${id}`), current: id === current }))} />;
}
