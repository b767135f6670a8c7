/** The header by which the proxy tells pages which path and query was asked for; whatever a client sent under this name is replaced. */
export const pathHeader = "x-causeway-path";
