import type { Text } from "../language.ts";
import { dataAuthorities } from "./authorities/data.ts";
import { goodsAuthorities } from "./authorities/goods.ts";
import { fundsAuthorities } from "./authorities/funds.ts";
import { personAuthorities } from "./authorities/persons.ts";
import { sampleAuthorities } from "./authorities/samples.ts";

/** Who decides, receives or checks. Macao bodies carry their official Portuguese names; other Portuguese names are working translations. */
export const authorities = {
  ...sampleAuthorities,
  ...goodsAuthorities,
  ...dataAuthorities,
  ...personAuthorities,
  ...fundsAuthorities,
} as const satisfies Record<string, Text>;

export type AuthorityId = keyof typeof authorities;
