/** What a Node that we run is told first, so that it ends when we do, however that went. */
export const endingWithUs = ["--import", new URL("./with-parent.mjs", import.meta.url).href] as const;
