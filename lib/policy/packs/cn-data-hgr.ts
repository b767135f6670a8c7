import { all, any, is, moreThan, not } from "./conditions.ts";
import { leavesMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { workingDays } from "./times.ts";

/** Gene and genome data from the Mainland’s human genetic resources. */
export const cnDataHgr = definePack({
  id: "cn-data-hgr",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-hgr-info-prior-report",
      title: {
        en: "HGR information: prior report and backup",
        "zh-Hant": "人類遺傳資源信息對外提供、開放使用事先報告與備份",
        "zh-Hans": "人类遗传资源信息对外提供、开放使用事先报告与备份",
        pt: "Informação RGH: comunicação prévia",
      },
      jurisdiction: "CN",
      type: "notification",
      authority: "national-health-commission",
      kinds: ["data"],
      trigger: all(
        leavesMainland,
        is("data.hgr_info", true),
        not(is("data.hgr_coop_already_approved", true)),
        not(is("org.foreign_party", false)),
      ),
      papers: ["hgr-prior-report", "hgr-backup", "ethics-approval"],
      time: workingDays(5, {
        en: "Before the provision; gives a receipt number",
        "zh-Hant": "提供前報告，取得登記號",
        "zh-Hans": "提供前报告，取得登记号",
        pt: "Antes do fornecimento; dá um número de registo",
      }),
      validity: { en: "Per provision", "zh-Hant": "每次提供有效", "zh-Hans": "每次提供有效", pt: "Por fornecimento" },
      from: "2023-07-01",
      due: "before-crossing",
      citations: [
        {
          articles: "28",
          text: {
            en: "HGR Regulation art. 28",
            "zh-Hant": "人類遺傳資源管理條例第二十八條",
            "zh-Hans": "人类遗传资源管理条例第二十八条",
            pt: "Regulamento dos recursos genéticos humanos, art. 28.º",
          },
        },
        {
          articles: null,
          text: {
            en: "Implementing Rules arts. 36-37 (numbers to check)",
            "zh-Hant": "人類遺傳資源管理條例實施細則",
            "zh-Hans": "人类遗传资源管理条例实施细则",
            pt: "Regras de execução, arts. 36.º-37.º (números por confirmar)",
          },
        },
      ],
      sources: [
        "https://mmlcgroup.com/chinagenetics/",
        "https://www.chinalawtranslate.com/en/人类遗传资源管理条例实施细则/",
      ],
      confidence: "verified",
      note: {
        en: "Means gene and genome data made from such material; clinical, image, protein and metabolite data are not meant. No separate report where an approval or filing of the cooperation already covers the partner. Not for a body that counts as a Chinese party.",
        "zh-Hant": "指利用人類遺傳資源材料產生的人類基因、基因組數據；不含臨床、影像、蛋白質和代謝數據。國際合作審批或備案如已涵蓋向合作方提供，無須另行報告。接收方如屬中方單位則不適用。",
        "zh-Hans": "指利用人类遗传资源材料产生的人类基因、基因组数据；不含临床、影像、蛋白质和代谢数据。国际合作审批或备案已涵盖向合作方提供的，不必另行报告。接收方属中方单位的不适用。",
        pt: "São os dados de genes e genomas obtidos desse material; não os clínicos, de imagem, proteínas ou metabolitos. Sem comunicação à parte quando a aprovação ou o registo da cooperação já abrange o parceiro. Não se aplica a entidade considerada parte chinesa.",
      },
    },
    {
      id: "cn-hgr-security-review",
      title: {
        en: "HGR information security review",
        "zh-Hant": "人類遺傳資源信息安全審查",
        "zh-Hans": "人类遗传资源信息安全审查",
        pt: "Avaliação de segurança (RGH)",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "national-health-commission",
      kinds: ["data"],
      trigger: all(
        leavesMainland,
        is("data.hgr_info", true),
        any(is("data.hgr_key_pedigree_or_region", true), moreThan("data.hgr_exome_genome_count", 500)),
        not(is("org.foreign_party", false)),
      ),
      papers: ["hgr-security-opinion"],
      time: workingDays(30, {
        en: "No limit in law was found",
        "zh-Hant": "未查到法定時限",
        "zh-Hans": "未查到法定时限",
        pt: "Não se encontrou prazo legal",
      }),
      validity: { en: "Per provision", "zh-Hant": "每次提供有效", "zh-Hans": "每次提供有效", pt: "Por fornecimento" },
      from: "2023-07-01",
      due: "before-permit",
      citations: [
        {
          articles: "28; 37",
          text: {
            en: "HGR Regulation art. 28; Implementing Rules art. 37",
            "zh-Hant": "人類遺傳資源管理條例第二十八條、實施細則第三十七條",
            "zh-Hans": "人类遗传资源管理条例第二十八条、实施细则第三十七条",
            pt: "Regulamento dos recursos genéticos humanos, art. 28.º; Regras de execução, art. 37.º",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "For important genetic pedigrees, specific regions, exome or genome sequences of more than 500 persons, and whatever else may affect public health or security.",
        "zh-Hant": "適用於重要遺傳家系、特定地區、500人以上外顯子組或基因組測序數據，以及可能影響公眾健康、國家安全的其他情形。",
        "zh-Hans": "适用于重要遗传家系、特定地区、500人以上外显子组或基因组测序数据，以及可能影响公众健康、国家安全的其他情形。",
        pt: "Para linhagens genéticas importantes, regiões específicas, sequências de exoma ou genoma de mais de 500 pessoas e o que possa afetar a saúde pública ou a segurança.",
      },
    },
  ],
});
