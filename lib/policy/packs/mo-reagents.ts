import { all, any, is, isOneOf } from "./conditions.ts";
import { crossesMacao, entersMacao } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { perPermit } from "./terms.ts";
import { workingDays } from "./times.ts";

/** Medicines, chemicals, dangerous goods and controlled substances in Macao. */
export const moReagents = definePack({
  id: "mo-reagents",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "mo-isaf-import",
      title: {
        en: "Macao ISAF prior authorisation: medicines, chemicals, reagents (Table B1)",
        "zh-Hant": "澳門藥物、化學品及試劑進口預先許可",
        "zh-Hans": "澳门药物、化学品及试剂进口预先许可",
        pt: "Autorização prévia do ISAF",
      },
      jurisdiction: "MO",
      type: "permit",
      authority: "mo-pharmaceutical",
      kinds: ["reagent"],
      trigger: all(entersMacao, is("reagent.mo_table_b1", true)),
      papers: ["mo-prior-authorisation", "mo-licence", "mo-registration"],
      time: workingDays(5, {
        en: "Usually 3 to 5 working days",
        "zh-Hant": "一般3至5個工作日",
        "zh-Hans": "一般3至5个工作日",
        pt: "Em regra 3 a 5 dias úteis",
      }),
      validity: {
        en: "Licence 30 days (20 days for dangerous goods)",
        "zh-Hant": "准照30日（危險品20日）",
        "zh-Hans": "准照30天（危险品20天）",
        pt: "Licença 30 dias (20 dias para mercadorias perigosas)",
      },
      from: "2022-01-01",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Law 7/2003 am. Law 3/2016; AR 28/2003 am. AR 19/2016, AR 35/2021; CE Dispatch 209/2021 Table B1",
            "zh-Hant": "第7/2003號法律、第28/2003號行政法規、第209/2021號行政長官批示表B1",
            "zh-Hans": "第7/2003号法律、第28/2003号行政法规、第209/2021号行政长官批示表B1",
            pt: "Lei n.º 7/2003, alterada pela Lei n.º 3/2016; Regulamento Administrativo n.º 28/2003, alterado pelos n.os 19/2016 e 35/2021; Despacho do Chefe do Executivo n.º 209/2021, tabela B1",
          },
        },
      ],
      sources: ["https://gov.mo/en/services/ps-1570"],
      confidence: "verified",
      note: {
        en: "Applicants are licensed importers of medicines, or firms registered for controlled foreign trade. The 30 days are not confirmed.",
        "zh-Hant": "申請人須為持牌藥物進口商，或已作受管制對外貿易活動登記的企業。30日有效期未經核實。",
        "zh-Hans": "申请人须为持牌药物进口商，或已作受管制对外贸易活动登记的企业。30天有效期未经核实。",
        pt: "Podem requerer os importadores de medicamentos licenciados ou empresas inscritas para operações de comércio externo controladas. Os 30 dias não estão confirmados.",
      },
    },
    {
      id: "mo-ssm-licence",
      title: {
        en: "Macao Health Bureau licence (class 6.1 group B2, class 7)",
        "zh-Hant": "澳門衛生局准照（第6.1、7類）",
        "zh-Hans": "澳门卫生局准照（第6.1、7类）",
        pt: "Licença dos SSM (classes 6.1 e 7)",
      },
      jurisdiction: "MO",
      type: "permit",
      authority: "mo-health-bureau",
      kinds: ["reagent"],
      trigger: any(all(entersMacao, is("reagent.mo_table_b2", true)), all(crossesMacao, is("reagent.radioactive", true))),
      papers: ["mo-licence"],
      time: workingDays(5),
      validity: { en: "20 days from issue", "zh-Hant": "自簽發日起20日", "zh-Hans": "自签发日起20天", pt: "20 dias a contar da emissão" },
      from: "2023-08-23",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Law 12/2022; CE Dispatch 110/2023 Table B2; CE Dispatch 107/2023",
            "zh-Hant": "第12/2022號法律、第110/2023號及第107/2023號行政長官批示",
            "zh-Hans": "第12/2022号法律、第110/2023号及第107/2023号行政长官批示",
            pt: "Lei n.º 12/2022; Despachos do Chefe do Executivo n.º 110/2023, tabela B2, e n.º 107/2023",
          },
        },
      ],
      sources: ["https://gov.mo/zh-hant/?p=1004872"],
      confidence: "verified",
      note: {
        en: "Class 6.1 has 807 entries; those in group B1 stay with ISAF. Class 7 needs an export licence too.",
        "zh-Hant": "第6.1類共807項，其中組別B1由藥物監督管理局負責。第7類出口亦須准照。",
        "zh-Hans": "第6.1类共807项，其中组别B1由药物监督管理局负责。第7类出口亦须准照。",
        pt: "A classe 6.1 tem 807 entradas; as do grupo B1 cabem ao ISAF. A classe 7 exige também licença de exportação.",
      },
    },
    {
      id: "mo-fire-licence",
      title: {
        en: "Macao Fire Services import licence (Table B group H)",
        "zh-Hant": "澳門消防局危險品進口准照（組別H）",
        "zh-Hans": "澳门消防局危险品进口准照（组别H）",
        pt: "Licença de importação do CB (grupo H)",
      },
      jurisdiction: "MO",
      type: "permit",
      authority: "mo-fire-services",
      kinds: ["reagent"],
      trigger: all(entersMacao, is("reagent.mo_table_h", true)),
      papers: ["mo-licence", "sds"],
      time: workingDays(5),
      validity: { en: "20 days from issue", "zh-Hant": "自簽發日起20日", "zh-Hans": "自签发日起20天", pt: "20 dias a contar da emissão" },
      from: "2023-08-23",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "AR 28/2003 am. AR 27/2023; CE Dispatch 110/2023",
            "zh-Hant": "第28/2003號行政法規、第27/2023號行政法規、第110/2023號行政長官批示",
            "zh-Hans": "第28/2003号行政法规、第27/2023号行政法规、第110/2023号行政长官批示",
            pt: "Regulamento Administrativo n.º 28/2003, alterado pelo n.º 27/2023; Despacho do Chefe do Executivo n.º 110/2023",
          },
        },
      ],
      sources: ["https://lic-public.wto.org/en/product-categories/1252/procedure"],
      confidence: "verified",
    },
    {
      id: "mo-precursor",
      title: {
        en: "Macao precursor licence (Law 17/2009 tables V-VI)",
        "zh-Hant": "澳門前體准照",
        "zh-Hans": "澳门前体准照",
        pt: "Licença de precursores (Macau)",
      },
      jurisdiction: "MO",
      type: "permit",
      authority: "mo-economic-development",
      kinds: ["reagent"],
      trigger: all(crossesMacao, is("reagent.mo_precursor", true)),
      papers: ["mo-licence", "end-use-cert"],
      time: workingDays(5),
      validity: { en: "30 days", "zh-Hant": "30日", "zh-Hans": "30天", pt: "30 dias" },
      from: "2009-09-10",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Law 17/2009; Decree-Law 34/99/M",
            "zh-Hant": "第17/2009號法律、第34/99/M號法令",
            "zh-Hans": "第17/2009号法律、第34/99/M号法令",
            pt: "Lei n.º 17/2009; Decreto-Lei n.º 34/99/M",
          },
        },
      ],
      sources: ["https://lic-public.wto.org/en/product-categories/490/procedure"],
      confidence: "verified",
      note: {
        en: "DSEDT for tables V and VI; ISAF for narcotics and psychotropics of tables I to IV.",
        "zh-Hant": "表五及表六由經濟及科技發展局負責；表一至表四的麻醉藥品及精神藥物由藥物監督管理局負責。",
        "zh-Hans": "表五及表六由经济及科技发展局负责；表一至表四的麻醉药品及精神药物由药物监督管理局负责。",
        pt: "A DSEDT para as tabelas V e VI; o ISAF para os estupefacientes e psicotrópicos das tabelas I a IV.",
      },
    },
    {
      id: "mo-narcotic",
      title: {
        en: "Macao narcotic and psychotropic licence",
        "zh-Hant": "澳門麻醉藥品及精神藥物准照",
        "zh-Hans": "澳门麻醉药品及精神药物准照",
        pt: "Licença de estupefacientes (Macau)",
      },
      jurisdiction: "MO",
      type: "permit",
      authority: "mo-pharmaceutical",
      kinds: ["reagent"],
      trigger: all(crossesMacao, isOneOf("reagent.narcotic", "narcotic", "psychotropic")),
      papers: ["mo-licence"],
      time: workingDays(10),
      validity: perPermit,
      from: "1999-07-19",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Decree-Law 34/99/M; Law 17/2009 tables I-IV",
            "zh-Hant": "第34/99/M號法令、第17/2009號法律表一至四",
            "zh-Hans": "第34/99/M号法令、第17/2009号法律表一至四",
            pt: "Decreto-Lei n.º 34/99/M; Lei n.º 17/2009, tabelas I a IV",
          },
        },
      ],
      sources: ["https://lic-public.wto.org/en/product-categories/490/procedure"],
      confidence: "verified",
    },
  ],
});
