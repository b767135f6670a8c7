import type { PersonActor } from "./actor.ts";
import { can } from "./can.ts";
import { led } from "./heads.ts";

/** Whether somebody sets how a desk works and what its people can do: its head in their own right, and whoever manages the organisation's desks. */
export function mayManageDesk(actor: PersonActor, { id, organisation }: { readonly id: string; readonly organisation: string }): boolean {
  return led(actor).includes(id) || can(actor, "desk.manage", { organisations: [organisation] });
}

/** Skills as somebody lists them: `GMO, dual use` as the words by which workflows name them. */
export function skillsIn(text: string): string[] {
  const words = text.split(/[,，、;；\n]+/).map((one) => one.trim().toLowerCase().replaceAll(/[\s_]+/g, "-"));
  return [...new Set(words.filter((one) => one !== ""))];
}
