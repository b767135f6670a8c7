/** The ids of desks, institutions and steps. */
export const slug = /^[a-z0-9][a-z0-9.-]{0,59}$/;
