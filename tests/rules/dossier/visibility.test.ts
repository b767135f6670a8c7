import { expect, test } from "vitest";
import type { z } from "zod";
import { DossierHappening, dossierEventTypes } from "../../../lib/dossier/events.ts";
import { dossierVisibility } from "../../../lib/dossier/visibility.ts";

test("every type of event of a dossier has a class, and so has every field of it, no more and no fewer", () => {
  expect(Object.keys(dossierVisibility).toSorted()).toEqual([...dossierEventTypes].toSorted());
  for (const option of DossierHappening.options) {
    const fields = Object.keys((option.shape.data as z.ZodObject).shape);
    const { event, fields: classes } = dossierVisibility[option.shape.type.value];
    expect(Object.keys(classes).toSorted()).toEqual(fields.toSorted());
    expect(new Set([event, ...Object.values(classes)])).toEqual(new Set(["both sides"]));
  }
});

test("an event says of a request its role and number, and nothing of its content", () => {
  const linked = DossierHappening.options.filter((option) => option.shape.type.value === "dossier.linked").map((option) => Object.keys((option.shape.data as z.ZodObject).shape).toSorted());
  expect(linked).toEqual([["number", "request", "role"]]);
});
