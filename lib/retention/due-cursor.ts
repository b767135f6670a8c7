import { z } from "zod";

/** Where a list of what is due goes on: after the request that ended on this day. */
export type DuePlace = { readonly endedOn: string; readonly id: string };

/** It as text, in an address: the day and the id. */
export function dueCursor({ endedOn, id }: DuePlace): string {
  return `${endedOn}_${id}`;
}

/** Such a text as the place that it names; refuses every other. */
export const DueCursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .transform((text): DuePlace => ({ endedOn: text.slice(0, 10), id: text.slice(11) }))
  .refine(({ endedOn }) => z.iso.date().safeParse(endedOn).success);
