/** What a limit and a movement of samples can be counted or measured in; containers come first as the usual case. */
export const sampleUnits = ["container", "tube", "vial", "plate", "slide", "block", "bottle", "bag", "box", "piece", "animal", "µL", "mL", "L", "mg", "g", "kg"] as const;
export type SampleUnit = (typeof sampleUnits)[number];

/** What one container can hold, as a line states it. */
export const measures = ["mL", "µL", "L", "g", "mg", "kg", "piece"] as const;
export type Measure = (typeof measures)[number];

/** Volumes in millilitres; a measure that is not here is no volume. */
export const millilitres: Readonly<Partial<Record<Measure, string>>> = { mL: "1", µL: "0.001", L: "1000" };
