import type { Batches, Column, Row } from "./table.ts";
import { cellXml, lettersOf, wordsXml } from "./xlsx-cell.ts";
import { contentTypes, rootRelations, sheetHead, styles, workbook, workbookRelations } from "./xlsx-parts.ts";
import { zipOf, type ZipPart } from "./zip.ts";

/** The most rows that a sheet has, its head included. */
export const mostRows = 1_048_576;

export type Workbook = {
  /** What its sheets are called; a table of more rows than fit goes on in a sheet of the same name with a number. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** A last sheet of pairs, told when the table is over: what was asked, by whom, and how much it came to. */
  readonly about: { readonly name: string; readonly rows: () => readonly (readonly [string, string])[] };
  readonly rowsASheet?: number;
};

/** A table as a workbook (Office Open XML), written while its rows come: which sheets it has is said last, where a ZIP archive lets it be said. */
export async function* xlsxOf(book: Workbook, batches: Batches): AsyncGenerator<Uint8Array> {
  yield* zipOf(parts(book, batches));
}

async function* parts({ name, columns, about, rowsASheet = mostRows }: Workbook, batches: Batches): AsyncGenerator<ZipPart> {
  yield part("_rels/.rels", rootRelations);
  yield part("xl/styles.xml", styles);
  const rows = waiting(batches);
  const names: string[] = [];
  try {
    do {
      names.push(names.length === 0 ? name : `${name} ${names.length + 1}`);
      yield { name: `xl/worksheets/sheet${names.length}.xml`, content: sheet(columns, rows, rowsASheet) };
    } while ((await rows.next()).length > 0);
  } finally {
    await rows.end();
  }
  names.push(about.name);
  yield part(`xl/worksheets/sheet${names.length}.xml`, `${sheetHead}<cols><col min="1" max="2" width="40" customWidth="1"/></cols><sheetData>${about.rows().map(([label, value], at) => `<row r="${at + 1}">${wordsXml(label, `A${at + 1}`, 2)}${wordsXml(value, `B${at + 1}`)}</row>`).join("")}</sheetData></worksheet>`);
  yield part("xl/workbook.xml", workbook(names));
  yield part("xl/_rels/workbook.xml.rels", workbookRelations(names.length));
  yield part("[Content_Types].xml", contentTypes(names.length));
}

async function* sheet(columns: readonly Column[], rows: Waiting, most: number): AsyncGenerator<string> {
  const letters = columns.map((_, at) => lettersOf(at));
  yield `${sheetHead}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map(({ type }, at) => `<col min="${at + 1}" max="${at + 1}" width="${type === "number" ? 8 : 20}" customWidth="1"/>`).join("")}</cols><sheetData><row r="1">${columns.map(({ head }, at) => wordsXml(head, `${letters[at]}1`, 2)).join("")}</row>`;
  const rowXml = (row: Row, number: number) => `<row r="${number}">${columns.map((column, place) => cellXml(row[place] ?? null, column, `${letters[place]}${number}`)).join("")}</row>`;
  let last = 1;
  while (last < most && (await rows.next()).length > 0) {
    const fit = rows.take(most - last);
    const before = last;
    yield fit.map((row, at) => rowXml(row, before + at + 1)).join("");
    last += fit.length;
  }
  yield "</sheetData></worksheet>";
}

/** Rows that wait for their sheet: `next` looks at them, and none means that there are no more. What came with the last rows of one sheet goes into the next. */
type Waiting = { readonly next: () => Promise<readonly Row[]>; readonly take: (most: number) => readonly Row[]; readonly end: () => Promise<unknown> };

function waiting(batches: Batches): Waiting {
  const coming = batches[Symbol.asyncIterator]();
  let rows: readonly Row[] = [];
  return {
    async next() {
      while (rows.length === 0) {
        const found = await coming.next();
        if (found.done) break;
        rows = found.value;
      }
      return rows;
    },
    take(most) {
      const taken = rows.slice(0, most);
      rows = rows.slice(most);
      return taken;
    },
    end: async () => coming.return?.(),
  };
}

function part(name: string, text: string): ZipPart {
  return { name, content: once(text) };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
