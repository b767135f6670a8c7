import { escaped } from "./xlsx-cell.ts";

/* The parts of a workbook besides its sheets (ECMA-376, Office Open XML). */

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const sheetHead = `${xmlHead}<worksheet xmlns="${main}">`;

export const rootRelations = `${xmlHead}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** Style 0 as it comes, 1 a date with its time, 2 the head of a column. */
export const styles = `${xmlHead}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export function workbook(names: readonly string[]): string {
  return `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, at) => `<sheet name="${escaped(sheetName(name)).replaceAll('"', "&quot;")}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`;
}

export function workbookRelations(sheets: number): string {
  const one = (id: number, type: string, target: string) => `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
  return `${xmlHead}<Relationships xmlns="${packaged}/relationships">${numbers(sheets).map((at) => one(at, "worksheet", `worksheets/sheet${at}.xml`)).join("")}${one(sheets + 1, "styles", "styles.xml")}</Relationships>`;
}

export function contentTypes(sheets: number): string {
  const one = (part: string, type: string) => `<Override PartName="/xl/${part}.xml" ContentType="${mediaType}.${type}+xml"/>`;
  return `${xmlHead}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${one("workbook", "sheet.main")}${one("styles", "styles")}${numbers(sheets).map((at) => one(`worksheets/sheet${at}`, "worksheet")).join("")}</Types>`;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

/** At most 31 characters, and none of those that stand for places in a workbook. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*:[\]]/g, " ").replaceAll(/^'|'$/g, " ").slice(0, 31);
}
