import type { ComponentProps } from "react";
import type { DetailStep, RequestDetail } from "@/lib/server/request-detail";
import { RequestForm } from "./request-form";

type Props = Omit<ComponentProps<typeof RequestForm>, "request"> & { readonly detail: RequestDetail; readonly step: DetailStep };

/** The same about a step. */
export function StepForm({ detail, step, fields = [], ...rest }: Props) {
  return <RequestForm request={detail.id} fields={[{ is: "hidden", name: "step", value: step.id }, ...fields]} {...rest} />;
}
