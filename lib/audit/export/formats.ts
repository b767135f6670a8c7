/** The forms in which a table is taken away, each with its media type and how its file ends. */
export const tableFormats = { csv: { mediaType: "text/csv; charset=utf-8", ending: "csv" }, xlsx: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ending: "xlsx" }, ndjson: { mediaType: "application/x-ndjson; charset=utf-8", ending: "ndjson" } } as const;
export type TableFormat = keyof typeof tableFormats;

/** Events also as an object-centric event log. */
export const eventFormats = { ...tableFormats, ocel: { mediaType: "application/json; charset=utf-8", ending: "ocel.json" } } as const;
export type EventFormat = keyof typeof eventFormats;

export const tableFormatNames = Object.keys(tableFormats) as TableFormat[];
export const eventFormatNames = Object.keys(eventFormats) as EventFormat[];
