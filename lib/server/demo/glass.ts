import type { PersonActor } from "../../access/actor.ts";
import { breakTheGlass, mendGlass } from "../publish-break-glass.ts";

/** One night of the year: somebody who sees no request opened one, said why, and closed it when the question was answered. */
export async function openAtNight(byTitle: ReadonlyMap<string, string>, byEmail: (email: string) => PersonActor, today: string): Promise<void> {
  const [actor, request] = [byEmail("admin@causeway.example"), byTitle.get("Whole blood for a rare-disease cohort, asked again")];
  if (request === undefined) throw new Error("what is opened is not there");
  const at = (minutes: number) => () => new Date(Date.parse(`${today}T14:40:00Z`) - 16 * 86_400_000 + minutes * 60_000);
  const reason = "The carrier rang at 22:30: the box stands at the boundary and its cooling fails. Nobody of the case answers. I look for the consignee’s number, nothing else.";
  const opened = await breakTheGlass(actor, request, { reason, hours: 2 }, at(0));
  if (!("until" in opened)) throw new Error(`break-glass was refused: ${JSON.stringify(opened)}`);
  const closed = await mendGlass(actor, opened.id, at(25));
  if (!("until" in closed)) throw new Error(`break-glass was not closed: ${JSON.stringify(closed)}`);
}
