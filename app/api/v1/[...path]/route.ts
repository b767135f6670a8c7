import { problem } from "../_edge/problem";
import { open } from "../_edge/route";

/** Whatever is no route of the API: a problem for programs, not a page for people. */
const nothing = open(async () => problem(404));

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
