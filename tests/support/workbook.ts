import { strFromU8, unzipSync } from "fflate";

export type Opened = { readonly names: readonly string[]; readonly sheets: readonly (readonly (readonly string[])[])[] };

/** Opens a workbook as strictly as we know how: every part is well-formed and declared, every sheet is found by its relationship, places count up. Answers the words of its cells. */
export function openWorkbook(bytes: Uint8Array): Opened {
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  for (const [name, text] of Object.entries(files)) wellFormed(name, text);
  const at = (name: string) => files[name] ?? fail(`no part ${name}`);
  const types = at("[Content_Types].xml");
  if (!at("_rels/.rels").includes('Target="xl/workbook.xml"')) fail("the package does not name its workbook");
  const targets = new Map([...at("xl/_rels/workbook.xml.rels").matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)].map(([, id, target]) => [id, `xl/${target}`]));
  const listed = [...at("xl/workbook.xml").matchAll(/<sheet name="([^"]*)" sheetId="\d+" r:id="(\w+)"\/>/g)].map(([, name = "", id]) => ({ name, path: targets.get(id ?? "") ?? fail(`no sheet ${id}`) }));
  for (const path of [...listed.map((one) => one.path), "xl/workbook.xml", "xl/styles.xml"]) if (!types.includes(`PartName="/${path}"`)) fail(`${path} is not declared`);
  const styles = at("xl/styles.xml").match(/<cellXfs count="(\d+)">/)?.[1];
  return { names: listed.map(({ name }) => plain(name)), sheets: listed.map(({ path }) => rowsOf(at(path), Number(styles))) };
}

function rowsOf(xml: string, styles: number): string[][] {
  return [...xml.matchAll(/<row r="(\d+)">(.*?)<\/row>/gs)].map(([, number, cells = ""], index) => {
    if (Number(number) !== index + 1) fail(`row ${number} stands at ${index + 1}`);
    const row: string[] = [];
    for (const [, letters = "", at, style, type, inner = ""] of cells.matchAll(/<c r="([A-Z]+)(\d+)"(?: s="(\d+)")?(?: t="(\w+)")?>(.*?)<\/c>/gs)) {
      if (at !== number || Number(style ?? 0) >= styles) fail(`${letters}${at} in row ${number}`);
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      if (column < row.length) fail(`${letters}${at} comes too late`);
      while (row.length < column) row.push("");
      row.push(type === "inlineStr" ? plain(/<t xml:space="preserve">(.*)<\/t>/s.exec(inner)?.[1] ?? fail(inner)) : (/^<v>(-?[\d.]+)<\/v>$/.exec(inner)?.[1] ?? fail(inner)));
    }
    return row;
  });
}

/** As a spreadsheet reads words: entities first, then what XML has no room for. */
function plain(text: string): string {
  return text
    .replaceAll(/&(lt|gt|quot|amp);/g, (_, name: "lt" | "gt" | "quot" | "amp") => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name])
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function wellFormed(name: string, text: string): void {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text)) fail(`${name} has characters that XML has no room for`);
  const open: string[] = [];
  const rest = text.replace(/^<\?xml [^>]*\?>\n/, "").replaceAll(/<(\/?)([\w:]+)((?: [\w:]+="[^"<]*")*)(\/?)>/g, (_, closing: string, tag: string, __: string, empty: string) => {
    if (closing && open.pop() !== tag) fail(`${name} closes ${tag} out of turn`);
    if (!closing && !empty) open.push(tag);
    return "";
  });
  if (open.length > 0 || /[<>]|&(?!(lt|gt|amp|quot);)/.test(rest)) fail(`${name} is not well-formed`);
}

function fail(what: string): never {
  throw new Error(what);
}
