/* How documents look: measures in points. */

export const margin = 54;
export const ink = { text: "#0f191c", quiet: "#566369", harbour: "#06536a", line: "#d3dadb", done: "#0b6340", stop: "#b3201a", paper: "#ffffff" };
export const size = { title: 20, section: 13, card: 10.5, text: 9.5, quiet: 8.5 };
