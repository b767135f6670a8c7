/** Counts that were there already: a bit for each where they lie close together, and never more than some hundred bytes for one. A set would take forty for each, and no more than 2^24. */
export function seenNumbers(): { readonly add: (count: number) => boolean } {
  const pages = new Map<number, Uint8Array>();
  let number = -1;
  let page: Uint8Array = new Uint8Array();
  return {
    /** Whether it is new. */
    add(count) {
      const wanted = Math.floor(count / perPage);
      if (wanted !== number) {
        number = wanted;
        page = pages.get(wanted) ?? new Uint8Array(perPage / 8);
        pages.set(number, page);
      }
      const place = (count % perPage) >> 3;
      const bit = 1 << count % 8;
      const held = page[place] ?? 0;
      page[place] = held | bit;
      return (held & bit) === 0;
    },
  };
}

const perPage = 512;
