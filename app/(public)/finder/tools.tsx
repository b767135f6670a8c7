"use client";

import { Check, Link, Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "@/app/_ui/button";

/** Copies the address, which holds every answer. Where the browser does not let us, the address bar does as well. */
export function CopyLink({ label, done }: { label: string; done: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(window.location.href).then(() => setCopied(true), () => setCopied(false));
  return (
    <Button type="button" onClick={copy}>
      {copied ? <Check aria-hidden="true" className="size-4" /> : <Link aria-hidden="true" className="size-4" />}
      <span role="status">{copied ? done : label}</span>
    </Button>
  );
}

export function PrintPage({ label }: { label: string }) {
  return (
    <Button type="button" onClick={() => window.print()}>
      <Printer aria-hidden="true" className="size-4" />
      {label}
    </Button>
  );
}
