import { Decimal } from "decimal.js";

/** Wide enough that no sum or conversion of amounts that can be written here is ever rounded. */
export const Exact = Decimal.clone({ precision: 60 });
