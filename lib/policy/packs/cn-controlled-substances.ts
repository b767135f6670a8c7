import { all, is, isOneOf } from "./conditions.ts";
import { crossesMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { sixMonths } from "./terms.ts";
import { days, workingDays } from "./times.ts";

/** Substances that the Mainland licenses one by one: precursors, scheduled chemicals, narcotics, radioisotopes. */
export const cnControlledSubstances = definePack({
  id: "cn-controlled-substances",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-precursor-permit",
      title: {
        en: "Precursor chemical import/export permit",
        "zh-Hant": "易製毒化學品進出口許可",
        "zh-Hans": "易制毒化学品进出口许可",
        pt: "Licença de importação e exportação de precursores",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "precursor-authorities",
      kinds: ["reagent"],
      trigger: all(crossesMainland, isOneOf("reagent.precursor_cn", "1", "2", "3")),
      papers: ["precursor-permit", "end-use-cert", "purchase-permit", "contract-invoice"],
      time: days(20, {
        en: "Decision within 20 days; class 1 of pharmaceutical type also at the medical products administration",
        "zh-Hant": "20日內決定；第一類中的藥品類易製毒化學品另須藥監部門審批",
        "zh-Hans": "20天内决定；第一类中的药品类易制毒化学品另须药监部门审批",
        pt: "Decisão em 20 dias; a classe 1 de tipo farmacêutico passa também pela administração de medicamentos",
      }),
      validity: {
        en: "6 months (import 1 year); one permit per consignment",
        "zh-Hant": "6個月（進口1年），一批一證",
        "zh-Hans": "6个月（进口1年），一批一证",
        pt: "6 meses (importação 1 ano); uma licença por remessa",
      },
      from: "2005-11-01",
      due: "before-permit",
      citations: [
        {
          articles: "26-32",
          text: {
            en: "Regulation on precursor chemicals arts. 26-32",
            "zh-Hant": "易製毒化學品管理條例第二十六至三十二條",
            "zh-Hans": "易制毒化学品管理条例第二十六至三十二条",
            pt: "Regulamento dos precursores, arts. 26.º-32.º",
          },
        },
        {
          articles: null,
          text: {
            en: "Import/export rules (MOFCOM Decree 7 of 2006)",
            "zh-Hant": "易製毒化學品進出口管理規定",
            "zh-Hans": "易制毒化学品进出口管理规定",
            pt: "Regras de importação e exportação (Decreto n.º 7 de 2006 do Ministério do Comércio)",
          },
        },
      ],
      sources: ["http://www.jianbiaoku.com/webarbs/book/164450/4714031.shtml"],
      confidence: "verified",
      note: {
        en: "Class 1: raw materials. Class 2: acetic anhydride, chloroform, ether, piperidine and others. Class 3: toluene, acetone, MEK, potassium permanganate, sulphuric and hydrochloric acid and others. Buying: a permit in 10 days for class 1, filing with the county police beforehand for classes 2 and 3. Substances have been added since. Hong Kong and Macao count as export. The periods of validity are not confirmed.",
        "zh-Hant": "第一類為可用於製毒的主要原料；第二類有醋酸酐、三氯甲烷、乙醚、哌啶等；第三類有甲苯、丙酮、甲基乙基酮、高錳酸鉀、硫酸、鹽酸等。購買：第一類10日內辦理購買許可，第二、三類購買前向縣級公安機關備案。目錄其後有增列。輸往港澳按出口管理。有效期未經核實。",
        "zh-Hans": "第一类为可用于制毒的主要原料；第二类有醋酸酐、三氯甲烷、乙醚、哌啶等；第三类有甲苯、丙酮、甲基乙基酮、高锰酸钾、硫酸、盐酸等。购买：第一类10天内办理购买许可，第二、三类购买前向县级公安机关备案。目录其后有增列。输往港澳按出口管理。有效期未经核实。",
        pt: "Classe 1: matérias-primas. Classe 2: anidrido acético, clorofórmio, éter, piperidina e outros. Classe 3: tolueno, acetona, MEK, permanganato de potássio, ácidos sulfúrico e clorídrico e outros. Compra: licença em 10 dias para a classe 1, registo prévio na polícia distrital para as classes 2 e 3. Foram depois aditadas substâncias. Hong Kong e Macau contam como exportação. Os prazos de validade não estão confirmados.",
      },
    },
    {
      id: "cn-cwc-controlled",
      title: {
        en: "Controlled chemicals (CWC) import/export approval",
        "zh-Hant": "監控化學品進出口審批",
        "zh-Hans": "监控化学品进出口审批",
        pt: "Produtos químicos controlados (Convenção sobre as Armas Químicas)",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "industry-and-commerce-ministries",
      kinds: ["reagent"],
      trigger: all(crossesMainland, isOneOf("reagent.cwc", "1", "2", "3")),
      papers: ["cwc-approval", "end-use-cert"],
      time: workingDays(20, {
        en: "Approval of the Ministry of Industry, then the licence of the Ministry of Commerce; designated traders only",
        "zh-Hant": "先經工業和信息化部核准，再領商務部許可證；限指定單位經營",
        "zh-Hans": "先经工业和信息化部核准，再领商务部许可证；限指定单位经营",
        pt: "Aprovação do Ministério da Indústria, depois licença do Ministério do Comércio; só comerciantes designados",
      }),
      validity: { en: "6 months to 1 year", "zh-Hant": "6個月至1年", "zh-Hans": "6个月至1年", pt: "6 meses a 1 ano" },
      from: "1995-12-27",
      due: "before-permit",
      citations: [
        {
          articles: "14-18",
          text: {
            en: "Regulation on controlled chemicals",
            "zh-Hant": "監控化學品管理條例",
            "zh-Hans": "监控化学品管理条例",
            pt: "Regulamento dos produtos químicos controlados",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Scheduled chemicals stay outside the dual-use Regulation. Schedule 1 only for research, medical, pharmaceutical or protective purposes.",
        "zh-Hant": "列入監控名錄的化學品不適用《兩用物項出口管制條例》。第一類僅限科研、醫療、製藥或者防護目的。",
        "zh-Hans": "列入监控名录的化学品不适用《两用物项出口管制条例》。第一类仅限科研、医疗、制药或者防护目的。",
        pt: "Os produtos listados ficam fora do Regulamento de dupla utilização. Lista 1 só para fins de investigação, médicos, farmacêuticos ou de proteção.",
      },
    },
    {
      id: "cn-narcotic-permit",
      title: {
        en: "Narcotic and psychotropic import/export licence",
        "zh-Hant": "麻醉藥品和精神藥品進出口准許證",
        "zh-Hans": "麻醉药品和精神药品进出口准许证",
        pt: "Licença de estupefacientes e psicotrópicos",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "medical-products-administration",
      kinds: ["reagent"],
      trigger: all(crossesMainland, isOneOf("reagent.narcotic", "narcotic", "psychotropic")),
      papers: ["narcotic-permit", "end-use-cert"],
      time: workingDays(15, {
        en: "After the import permit of the other side",
        "zh-Hant": "須先取得對方主管部門的進口許可",
        "zh-Hans": "须先取得对方主管部门的进口许可",
        pt: "Depois da licença de importação da outra parte",
      }),
      validity: {
        en: "1 year (import), 3 months (export)",
        "zh-Hant": "進口1年，出口3個月",
        "zh-Hans": "进口1年，出口3个月",
        pt: "1 ano (importação), 3 meses (exportação)",
      },
      from: "2005-11-01",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Regulation on narcotic and psychotropic drugs",
            "zh-Hant": "麻醉藥品和精神藥品管理條例",
            "zh-Hans": "麻醉药品和精神药品管理条例",
            pt: "Regulamento dos estupefacientes e psicotrópicos",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "For research the project needs approval (art. 10), and only designated bodies may buy.",
        "zh-Hant": "科研使用須經立項批准（第十條），並由定點單位購買。",
        "zh-Hans": "科研使用须经立项批准（第十条），并由定点单位购买。",
        pt: "Para investigação o projeto carece de aprovação (art. 10.º) e só entidades designadas podem comprar.",
      },
    },
    {
      id: "cn-radioisotope",
      title: {
        en: "Radioisotope import/export approval",
        "zh-Hant": "放射性同位素進出口審批",
        "zh-Hans": "放射性同位素进出口审批",
        pt: "Autorização de importação e exportação de radioisótopos",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "ecology-and-commerce-ministries",
      kinds: ["reagent"],
      trigger: all(crossesMainland, is("reagent.radioactive", true)),
      papers: ["radio-isotope-approval", "sds"],
      time: workingDays(20),
      validity: sixMonths,
      from: "2005-12-01",
      due: "before-permit",
      citations: [
        {
          articles: "16-18",
          text: {
            en: "Regulation on radioisotope and ray-device safety arts. 16-18",
            "zh-Hant": "放射性同位素與射線裝置安全和防護條例",
            "zh-Hans": "放射性同位素与射线装置安全和防护条例",
            pt: "Regulamento da segurança dos radioisótopos e aparelhos de raios, arts. 16.º-18.º",
          },
        },
      ],
      sources: ["https://www.jtn.com/JP/news_content.aspx?KeyID=00000000000000009539"],
      confidence: "verified",
      note: {
        en: "Import: first the environment ministry’s review, then the import licence under the dual-use licence catalogue of 2026.",
        "zh-Hant": "進口：先經生態環境部審批，再按2026年兩用物項和技術進出口許可證管理目錄申領進口許可證。",
        "zh-Hans": "进口：先经生态环境部审批，再按2026年两用物项和技术进出口许可证管理目录申领进口许可证。",
        pt: "Importação: primeiro a apreciação do ministério do ambiente, depois a licença segundo o catálogo de dupla utilização de 2026.",
      },
    },
  ],
});
