import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";

export type Browser = { readonly executablePath: string; readonly args: string[]; readonly env: Record<string, string> };

/** A Chromium: the one `CHROMIUM_PATH` names, an installed one, or the one that comes as a package. Nothing is downloaded. */
export async function findBrowser(scratch: string): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there`);
  const executablePath = named ?? installed();
  // Chromium will not run its sandbox as root. Each of its windows loads two pages more, for what an address bar would suggest. And where there is no graphics card it works out by software what a card would have drawn.
  const args = [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup"];
  return executablePath ? { executablePath, args, env: {} } : packaged(scratch);
}

function installed(): string | undefined {
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
  const folders = (process.env.PATH ?? "").split(":");
  const places = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    chromium.executablePath(),
  ];
  return places.find((place) => existsSync(place) && works(place));
}

function works(path: string): boolean {
  try {
    execFileSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** The package unpacks its Chromium and, told that it runs in a bare cloud function, the libraries that a server lacks. */
async function packaged(scratch: string): Promise<Browser> {
  mkdirSync(scratch, { recursive: true });
  const executablePath = await withEnvironment({ AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x", TMPDIR: scratch }, async () => {
    const { default: sparticuz } = await import("@sparticuz/chromium");
    return sparticuz.executablePath();
  });
  // Its own list of flags switches web security off; ours is what a person's browser does.
  const env = { LD_LIBRARY_PATH: join(scratch, "al2023/lib"), FONTCONFIG_FILE: fontList(scratch), TMPDIR: scratch };
  return { executablePath, args: ["--no-sandbox", "--disable-gpu"], env };
}

/** The package's own list names only the folders of a cloud function; with no font at all the first text field ends the page. */
function fontList(scratch: string): string {
  const file = join(scratch, "fonts.conf");
  const folders = ["/usr/share/fonts", "/usr/local/share/fonts", join(scratch, "fonts")].map((folder) => `<dir>${folder}</dir>`);
  const list = `${folders.join("")}<cachedir>${join(scratch, "font-cache")}</cachedir>`;
  writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${list}</fontconfig>`);
  return file;
}

async function withEnvironment<T>(set: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const before = Object.fromEntries(Object.keys(set).map((name) => [name, process.env[name]]));
  Object.assign(process.env, set);
  try {
    return await work();
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
