import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  // Every page's title stands in its head, also for readers without scripts and for those who ask before the page has ended.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  turbopack: { root: fileURLToPath(new URL(".", import.meta.url)) },
  // `npm test` checks the types of everything, tests included; a build for serving need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "postgres", "nodemailer", "file-type", "canonicalize", "pdfkit"],
  experimental: {
    // A page's modules are read when it is first asked for. Read before the first answer, all of them were a third of a start.
    preloadEntriesOnStart: false,
    // A paper may have 25 MB; the rest is the form around it. The proxy reads bodies before we do and would cut them at 10 MB.
    serverActions: { bodySizeLimit: "26mb" },
    proxyClientMaxBodySize: "27mb",
  },
};
