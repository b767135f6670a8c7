/** What stands where the name of somebody stood who was forgotten: no name, and the same for everybody. */
export const forgottenName = "Former member 前成員";

/** What stands where they had given a key a name. */
export const forgottenKey = "–";

/** An address that no mail reaches, and that tells nobody apart but by the id that the record keeps. */
export function forgottenAddress(id: string): string {
  return `forgotten-${id}@causeway.invalid`;
}
