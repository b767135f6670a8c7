"use client";

import type { ComponentProps } from "react";
import { ActionForm, type DrawChoice } from "@/app/(auth)/action-form";
import { CheckboxList, RadioList } from "@/app/_ui/choices";

/** A short form with choices among its questions. */
export function ChoiceForm(form: Omit<ComponentProps<typeof ActionForm>, "choice">) {
  return <ActionForm {...form} choice={drawn} />;
}

const drawn: DrawChoice = ({ is, options }, question, chosen) => (is === "one" ? <RadioList question={question} options={options} chosen={chosen[0]} /> : <CheckboxList question={question} options={options} chosen={chosen} />);
