import type { Text } from "../../language.ts";
import type { Facts } from "../../policy/condition.ts";
import { four } from "../../place/four.ts";
import type { Line } from "../line-table.ts";
import { readOrcid } from "../identifiers.ts";
import { defineLines, type ReadCode } from "../lines/define-lines.ts";

/** What somebody is to the project. */
const roles = {
  pi: four("Principal investigator", "首席研究員", "课题负责人", "Investigador principal"),
  researcher: four("Researcher", "研究員", "研究人员", "Investigador"),
  postdoc: four("Postdoctoral fellow", "博士後研究員", "博士后", "Pós-doutorando"),
  student: four("Research student", "研究生", "研究生", "Estudante de investigação"),
  technician: four("Technician", "技術員", "技术人员", "Técnico"),
  clinician: four("Clinician", "臨床醫生", "临床医生", "Clínico"),
  administrator: four("Administrator", "行政人員", "行政人员", "Administrativo"),
  other: four("Other", "其他", "其他", "Outro"),
} satisfies Record<string, Text>;

/** What they cross with. */
const documents = {
  eep: four("Exit-Entry Permit for Hong Kong and Macao", "往來港澳通行證", "往来港澳通行证", "Salvo-conduto para Hong Kong e Macau"),
  "eep-official": four("Official permit for Hong Kong and Macao", "因公往來港澳通行證", "因公往来港澳通行证", "Salvo-conduto oficial para Hong Kong e Macau"),
  mtp: four("Mainland Travel Permit (home return permit)", "港澳居民來往內地通行證（回鄉證）", "港澳居民来往内地通行证（回乡证）", "Salvo-conduto para o Interior da China"),
  "mtp-noncn": four("Mainland Travel Permit (non-Chinese)", "港澳居民來往內地通行證（非中國籍）", "港澳居民来往内地通行证（非中国籍）", "Salvo-conduto para o Interior da China (não chineses)"),
  taiwan: four("Mainland Travel Permit for Taiwan residents", "台灣居民來往大陸通行證", "台湾居民来往大陆通行证", "Salvo-conduto para residentes de Taiwan"),
  hkid: four("Hong Kong identity card", "香港身份證", "香港身份证", "Bilhete de identidade de Hong Kong"),
  bir: four("Macao resident identity card", "澳門居民身份證", "澳门居民身份证", "Bilhete de identidade de residente de Macau"),
  passport: four("Passport", "護照", "护照", "Passaporte"),
} satisfies Record<string, Text>;

/** Under which endorsement or visa. */
const endorsements = {
  none: four("None needed", "無須簽註或簽證", "无须签注或签证", "Não é preciso"),
  talent: four("Talent", "人才簽註", "人才签注", "Talentos"),
  business: four("Business", "商務簽註", "商务签注", "Negócios"),
  stay: four("Stay (D)", "逗留簽註（D）", "逗留签注（D）", "Permanência (D)"),
  otherendorsement: four("Other endorsement", "其他簽註", "其他签注", "Outro visto de saída"),
  official: four("Official", "公務簽註", "公务签注", "Oficial"),
  visa: four("Visa or entry permit", "簽證或進入許可", "签证或进入许可", "Visto ou autorização de entrada"),
  applying: four("Being applied for", "辦理中", "办理中", "Pedido em curso"),
} satisfies Record<string, Text>;

/** Who travels, a line each. Names are not asked: the papers carry them; a code of the requester's own tells the lines apart. */
export const travellers = defineLines({
  cells: {
    traveller: { is: "code", needed: false, notForAdvisers: true, read: travellerCode },
    role: { is: "choice", needed: true, names: roles },
    document: { is: "choice", needed: true, notForAdvisers: true, names: documents },
    endorsement: { is: "choice", needed: true, notForAdvisers: true, names: endorsements },
    trips: { is: "whole", needed: true, min: 1, max: 366 },
  },
  most: 100,
  facts(lines): Facts {
    return lines.length === 0 ? {} : { "person.trips_per_year": Math.max(...lines.map(tripsOf)) };
  },
  limitFrom(lines) {
    return lines.length === 0 ? undefined : { value: String(lines.reduce((sum, line) => sum + tripsOf(line), 0)), unit: "trip" };
  },
});

/** A code of the requester's own, or an ORCID iD, whose last character proves the others. */
function travellerCode(typed: string): ReadCode {
  const orcid = readOrcid(typed);
  if (orcid.ok) return orcid;
  if (orcid.code === "orcidCheckDigit") return { ok: false, code: "wrongCheckDigits", expected: "ORCID" };
  return typed.length > longestCode ? { ok: false, code: "tooLong", expected: String(longestCode) } : { ok: true, id: typed };
}

const longestCode = 40;

function tripsOf({ trips }: Line): number {
  return Number(trips);
}
