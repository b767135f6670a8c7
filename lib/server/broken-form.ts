/**
 * Whether a body that claims to be a form of ours is none: parts that cannot be told apart, or a name and state of an
 * action that are no text of a form. Next would answer as if the server had failed.
 */
export async function isBrokenForm(request: { readonly method: string; readonly headers: Headers; text(): Promise<string>; formData(): Promise<FormData> }): Promise<boolean> {
  if (request.method !== "POST") return false;
  const type = request.headers.get("content-type") ?? "";
  const byScript = request.headers.has("next-action");
  if (!/^multipart\/form-data/i.test(type)) return byScript && !isJson(await request.text());
  const form = await formOf(request);
  if (form === null) return true;
  const parts = [...form].filter(([name]) => (byScript ? /^\d+$/.test(name) : /^\$ACTION_\d+:\d+$/.test(name)));
  if (!parts.every(([, value]) => typeof value !== "string" || isJson(value))) return true;
  return parts.some(([name, value]) => typeof value === "string" && pointsNowhere(value, name.replace(/\d+$/, ""), form));
}

/** A part names others by number (`$@1`); one that was not sent would be waited for in vain. No form of ours hands an action to another (`$F`). */
function pointsNowhere(value: string, prefix: string, form: FormData): boolean {
  return [...value.matchAll(/"\$([@FQWi]?)([0-9a-f]+)(?::[^"]*)?"/g)].some(([, kind, id = ""]) => kind === "F" || !form.has(`${prefix}${Number.parseInt(id, 16)}`));
}

async function formOf(request: { formData(): Promise<FormData> }): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch (error) {
    // What undici says of a body that is no multipart; nothing of ours throws it.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
