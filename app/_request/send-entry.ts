import { type FormState, untouched } from "@/app/(auth)/form-state";
import { dropEntry, keepEntry, type KeptEntry } from "./kept-entries";

export type SendEntry = (before: FormState, form: FormData) => Promise<FormState>;
/** What became of an entry: taken; refused, with why; waiting for the network, for somebody to sign in, or for the one whose it is. */
export type Sent = { readonly is: "taken" | "waits" | "another" } | { readonly is: "signedOut" | "refused"; readonly state: FormState };

/** A network that answers later than this is as good as none, in milliseconds; whatever arrives all the same counts once. */
const patience = 10_000;

/** Sends an entry that is kept. Taken, it is dropped; refused, it stays with the reason. */
export async function sendEntry(entry: KeptEntry, send: SendEntry): Promise<Sent> {
  const form = new FormData();
  for (const [name, value] of entry.fields) form.append(name, value);
  if (entry.person !== null) form.set("person", entry.person);
  const state = await answer(send, form);
  if (state === null) return { is: "waits" };
  if (state.stopped) return { is: "signedOut", state };
  if (state.errors.some(({ field }) => field === "person")) return { is: "another" };
  if (state.errors.length > 0) {
    keepEntry({ ...entry, refused: state.errors.map(({ message }) => message) });
    return { is: "refused", state };
  }
  dropEntry(entry.id);
  return { is: "taken" };
}

/** Null without network, or where the server did not answer as it should: then it is sent again. */
async function answer(send: SendEntry, form: FormData): Promise<FormState | null> {
  if (!navigator.onLine) return null;
  const late = new Promise<null>((tell) => setTimeout(() => tell(null), patience));
  const sent = send(untouched, form).catch(() => null);
  return Promise.race([sent, late]);
}
