/** Whether a path part could be one of our ids; anything else is simply not found. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** The ids of desks, institutions and steps. */
export const slug = /^[a-z0-9][a-z0-9.-]{0,59}$/;
