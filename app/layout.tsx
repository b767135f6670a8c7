import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { htmlLanguage } from "@/lib/html-language";
import { currentLanguage } from "@/lib/server/language";
import { KeepFocus } from "./_ui/keep-focus";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Causeway", template: "%s · Causeway" },
  applicationName: "Causeway",
  robots: { index: false },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f3f6f6" },
    { media: "(prefers-color-scheme: dark)", color: "#0c1113" },
  ],
};

/** The document. Light and dark follow the system; the skip link is the first thing in every `Page`. */
export default async function Layout({ children }: { children: ReactNode }) {
  const language = await currentLanguage();
  return (
    <html lang={htmlLanguage[language]}>
      <body>
        {children}
        <KeepFocus />
      </body>
    </html>
  );
}
