/**
 * Whether this run has time for what goes the way of another test once more, in another language, scheme or width, and for
 * the same with large amounts. `.ci/run` says so; whoever changes a line need not wait for it.
 */
export const further = process.env.FURTHER === "1";
