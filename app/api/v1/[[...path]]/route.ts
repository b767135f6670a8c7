import { problem } from "../_edge/problem";
import { guarded } from "../_edge/route";

/** Whatever is no route of the API: a problem for programs, not a page for people. */
const nothing = guarded(async ({ language }) => problem(404, language));

export { nothing as DELETE, nothing as GET, nothing as OPTIONS, nothing as PATCH, nothing as POST, nothing as PUT };
