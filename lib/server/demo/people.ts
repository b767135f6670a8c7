import { v5 as idFrom } from "uuid";
import type { Language } from "../../language.ts";
import type { RoleId, Scope } from "../../access/permission.ts";
import { controlPointOffices, demoControlPoints, institutionDesks, programmeDesk, sideOf } from "./desks.ts";
import { institutions } from "./organisations.ts";

/** Everybody of the demonstration signs in with this. */
export const demoPassword = "causeway-demonstration";

export type DemoPerson = { readonly id: string; readonly email: string; readonly name: string; readonly language: Language; readonly organisation: string; readonly grants: readonly { readonly role: RoleId; readonly scope: Scope }[] };

const languageOf = { HK: "zh-Hant", MO: "pt", CN: "zh-Hans" } as const;

const everywhere: Scope = { kind: "everything" };

/** The namespace of the ids of demonstration people: the same in every installation. */
const demoPeople = "0b7b9d0e-6a5d-4a52-8f1e-8f6a2c1d7e44";

const cantonese = [
  ["Chan", "Wong", "Lam", "Cheung", "Leung", "Ho", "Ng", "Yip", "Tang", "Lau", "Mak", "Siu", "Poon"],
  ["Ka Ho", "Wing Yan", "Chi Ming", "Hoi Yan", "Siu Fung", "Tsz Ching", "Pui Shan", "Man Kit", "Yuk Lan", "Chun Hei", "Sze Wai"],
] as const;
const mandarin = [
  ["Lin", "Chen", "Huang", "Liang", "Zhang", "Li", "Wu", "Zhou", "Xu", "He", "Luo", "Zeng", "Deng"],
  ["Yue", "Min", "Jiahui", "Haoran", "Xiaomei", "Wenjie", "Siyuan", "Ruoxi", "Zihan", "Lijuan", "Guoqiang"],
] as const;
const macanese = [
  ["Lei", "Kuok", "Fong", "Sou", "Rosário", "Xavier", "Chao", "Ieong", "Sequeira", "Vong", "Cheang", "da Luz", "Iao"],
  ["Teresa", "Weng Kin", "António", "Sok I", "Manuela", "Chi Hou", "Fátima", "Ka Lei", "Rui", "In Leng", "Iok Wa"],
] as const;

/** Staff of one institution: two researchers, a head, an officer at every desk, an administrator and an auditor. Names are invented. */
function staffOf({ id, jurisdiction }: (typeof institutions)[number], at: number): DemoPerson[] {
  const language = languageOf[jurisdiction];
  const own: Scope = { kind: "organisation", id };
  const person = (mailbox: string, offset: number, grants: DemoPerson["grants"]): DemoPerson => {
    const email = `${mailbox}@${id}.example`;
    return { id: idFrom(email, demoPeople), email, name: nameAt(at * 11 + offset, jurisdiction), language, organisation: id, grants };
  };
  const endorsement: Scope = { kind: "desk", id: `${id}.endorsement` };
  return [
    person("researcher", 0, [{ role: "researcher", scope: own }]),
    person("postdoc", 1, [{ role: "researcher", scope: own }]),
    person("pi", 2, [{ role: "researcher", scope: own }, { role: "desk-officer", scope: endorsement }]),
    ...institutionDesks.map(({ function: does, mailbox }, offset) => {
      const lead = does === "endorsement" || does === "sign-off";
      // The places 9 and 10 are the administrator's and the auditor's; desks that came later stand behind them.
      return person(mailbox, offset < 6 ? 3 + offset : 5 + offset, [{ role: lead ? "desk-lead" : "desk-officer", scope: { kind: "desk", id: `${id}.${does}` } }]);
    }),
    person("admin", 9, [{ role: "organisation-admin", scope: own }]),
    person("auditor", 10, [{ role: "auditor", scope: own }]),
  ];
}

function outsider(email: string, name: string, language: Language, organisation: string, role: RoleId, scope: Scope): DemoPerson {
  return { id: idFrom(email, demoPeople), email, name, language, organisation, grants: [{ role, scope }] };
}

function promoted(person: DemoPerson, before: RoleId): DemoPerson {
  return { ...person, grants: [...person.grants, ...person.grants.map(({ scope }) => ({ role: before, scope }))] };
}

export const demoPersons: readonly DemoPerson[] = [
  ...institutions.flatMap(staffOf),
  outsider("desk@hetao.example", "Luo Jing 罗静", "zh-Hans", "hetao", "desk-lead", { kind: "desk", id: programmeDesk.id }),
  outsider("desk@hengqin-zone.example", "He Siyuan 何思远", "zh-Hans", "hengqin-zone", "desk-lead", { kind: "desk", id: "hengqin-zone.programme" }),
  outsider("desk@gz-goods.example", "Liang Xinyi 梁心怡", "zh-Hans", "gz-goods", "desk-lead", { kind: "desk", id: "gz-goods.programme" }),
  // Was its officer before she became its head, and nobody took the first right away: what an auditor asks about.
  promoted(outsider("desk@gd-data.example", "Peng Yuchen 彭宇晨", "zh-Hans", "gd-data", "desk-lead", { kind: "desk", id: "gd-data.programme" }), "desk-officer"),
  outsider("schemes@itc.example", "Poon Wing Yan 潘詠欣", "zh-Hant", "itc", "desk-lead", { kind: "desk", id: "itc.grants" }),
  outsider("apoios@fdct.example", "Rui Sequeira 施睿", "pt", "fdct", "desk-lead", { kind: "desk", id: "fdct.grants" }),
  ...demoControlPoints.map((point, at) => {
    const side = sideOf(point);
    return outsider(`${point}@boundary.example`, nameAt(300 + at, side), languageOf[side], controlPointOffices[side], "control-point-officer", { kind: "desk", id: `cp.${point}` });
  }),
  outsider("admin@causeway.example", "Robin Sequeira", "en", "causeway", "platform-admin", everywhere),
  outsider("admin@hetao.example", "Deng Haoran 邓浩然", "zh-Hans", "hetao", "platform-admin", everywhere),
  outsider("policy@causeway.example", "Fong Mei Ling 方美玲", "zh-Hant", "causeway", "policy-admin", everywhere),
  outsider("policy@hetao.example", "Zeng Lijuan 曾丽娟", "zh-Hans", "hetao", "policy-admin", everywhere),
  outsider("auditor@causeway.example", "Ana Rodrigues", "en", "causeway", "auditor", everywhere),
  outsider("auditor.hk@causeway.example", "Kwok Tsz Wai 郭子威", "zh-Hant", "causeway", "auditor", { kind: "jurisdiction", id: "HK" }),
  outsider("auditor.mo@causeway.example", "João Senna", "pt", "causeway", "auditor", { kind: "jurisdiction", id: "MO" }),
  outsider("auditor.cn@causeway.example", "Zhou Wenbin 周文斌", "zh-Hans", "causeway", "auditor", { kind: "jurisdiction", id: "CN" }),
];

function nameAt(at: number, jurisdiction: "CN" | "HK" | "MO"): string {
  const [family, given] = jurisdiction === "HK" ? cantonese : jurisdiction === "MO" ? macanese : mandarin;
  const last = family[Math.floor(at / given.length + at) % family.length] ?? "";
  const first = given[at % given.length] ?? "";
  return jurisdiction === "MO" && /^[A-ZÀ-Ý][a-zà-ÿ]+$/.test(first) ? `${first} ${last}` : `${last} ${first}`;
}
