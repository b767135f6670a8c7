import { all, is } from "./conditions.ts";
import { leavesMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { hgrDecision } from "./terms.ts";
import { workingDays } from "./times.ts";

/** Human genetic resources (HGR) that leave the Mainland: is it such material at all, who may take it out, on whose approval. */
export const cnHgrExit = definePack({
  id: "cn-hgr-exit",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-hgr-scope-determination",
      title: {
        en: "HGR scope determination for low-cell fluids (serum, plasma, urine, faeces)",
        "zh-Hant": "人類遺傳資源材料屬性認定（血清、血漿等）",
        "zh-Hans": "人类遗传资源材料属性认定（血清、血浆等）",
        pt: "Determinação do âmbito dos recursos genéticos humanos",
      },
      jurisdiction: "CN",
      type: "document",
      authority: "national-health-commission",
      kinds: ["sample"],
      trigger: all(leavesMainland, is("sample.human_origin_cn", true), is("sample.hgr_material", "cell_free_fluid")),
      papers: ["hgr-scope-memo"],
      time: workingDays(5, {
        en: "A written enquiry; the law sets no limit",
        "zh-Hant": "書面查詢；法律未訂時限",
        "zh-Hans": "书面查询；法律未订时限",
        pt: "Consulta escrita; sem prazo legal",
      }),
      validity: {
        en: "For the protocol asked about",
        "zh-Hant": "按所查詢的研究方案",
        "zh-Hans": "按所查询的研究方案",
        pt: "Para o protocolo consultado",
      },
      from: "2019-07-01",
      due: "before-submission",
      citations: [
        {
          articles: "2",
          text: {
            en: "HGR Regulation art. 2; official Q&A",
            "zh-Hant": "人類遺傳資源管理條例第二條及常見問題解答",
            "zh-Hans": "人类遗传资源管理条例第二条及常见问题解答",
            pt: "Regulamento sobre recursos genéticos humanos, art. 2.º; perguntas e respostas oficiais",
          },
        },
      ],
      confidence: "uncertain",
      note: {
        en: "Official answers treat samples that can hold only traces of shed cells or nucleic acid (serum, plasma, urine, faeces) differently from whole blood, tissue and cells. The current wording is not confirmed, so a person decides. If nucleic acid will be extracted or sequenced, treat it as HGR material.",
        "zh-Hant": "官方解答對只可能含微量脫落、殘留細胞或核酸的樣本（血清、血漿、尿液、糞便），與全血、組織、細胞作不同處理。現行表述未經核實，須由人員判斷；如會提取核酸或測序，按人類遺傳資源材料處理。",
        "zh-Hans": "官方解答对只可能含微量脱落、残留细胞或核酸的样本（血清、血浆、尿液、粪便），与全血、组织、细胞作不同处理。现行表述未经核实，须由人员判断；如会提取核酸或测序，按人类遗传资源材料处理。",
        pt: "As respostas oficiais tratam as amostras que só podem conter vestígios de células descamadas ou de ácidos nucleicos (soro, plasma, urina, fezes) de modo diferente do sangue total, tecidos e células. A redação atual não está confirmada: decide uma pessoa. Se houver extração ou sequenciação de ácidos nucleicos, trata-se como material de RGH.",
      },
    },
    {
      id: "cn-hgr-export-approval",
      title: {
        en: "Approval for taking Chinese HGR material out of the Mainland",
        "zh-Hant": "中國人類遺傳資源材料出境審批",
        "zh-Hans": "中国人类遗传资源材料出境审批",
        pt: "Autorização de saída de materiais de recursos genéticos humanos",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "national-health-commission",
      kinds: ["sample"],
      trigger: all(leavesMainland, is("sample.human_origin_cn", true), is("sample.hgr_material", "cell_containing")),
      papers: ["hgr-application", "ethics-approval", "informed-consent", "hgr-coop-agreement", "hgr-approval", "hgr-export-cert", "mta"],
      time: workingDays(20, hgrDecision),
      validity: {
        en: "As the decision says; one exit certificate per batch",
        "zh-Hant": "按決定書所載；出境證明每批一份",
        "zh-Hans": "按决定书所载；出境证明每批一份",
        pt: "Conforme a decisão; um certificado de saída por lote",
      },
      from: "2019-07-01",
      due: "before-permit",
      citations: [
        {
          articles: "27-28",
          text: {
            en: "HGR Regulation arts. 27-28",
            "zh-Hant": "人類遺傳資源管理條例第二十七、二十八條",
            "zh-Hans": "人类遗传资源管理条例第二十七、二十八条",
            pt: "Regulamento sobre recursos genéticos humanos, arts. 27.º e 28.º",
          },
        },
        {
          articles: "37 ff.",
          text: {
            en: "HGR Implementing Rules 2023 (MOST Decree 21)",
            "zh-Hant": "人類遺傳資源管理條例實施細則",
            "zh-Hans": "人类遗传资源管理条例实施细则",
            pt: "Regras de execução sobre recursos genéticos humanos de 2023 (Decreto n.º 21 do Ministério da Ciência e Tecnologia)",
          },
        },
      ],
      sources: [
        "https://www.mondaq.com/china/healthcare/1682158",
        "http://www.yestaryl.com/law/1/43857.html",
      ],
      confidence: "verified",
      note: {
        en: "The National Health Commission has decided since 1 May 2024 (State Council Decree 777). Hong Kong and Macao count as outside the territory. The applicant must be a Chinese party, or a branch in the Hong Kong pilot. May be applied for together with the cooperation approval, with the exit plan in one application.",
        "zh-Hant": "自2024年5月1日起由國家衞生健康委員會審批（國務院令第777號）。香港、澳門視為境外。申請人須為中方單位或香港試點分支機構。可與國際合作審批一併申請，出境計劃列於同一申請。",
        "zh-Hans": "自2024年5月1日起由国家卫生健康委员会审批（国务院令第777号）。香港、澳门视为境外。申请人须为中方单位或香港试点分支机构。可与国际合作审批一并申请，出境计划列入同一申请。",
        pt: "Desde 1 de maio de 2024 decide a Comissão Nacional de Saúde (Decreto n.º 777 do Conselho de Estado). Hong Kong e Macau contam como exterior do território. O requerente tem de ser uma parte chinesa ou uma filial do projeto-piloto de Hong Kong. Pode ser pedida com a autorização de cooperação, com o plano de saída no mesmo pedido.",
      },
    },
    {
      id: "cn-hgr-hk-branch-pilot",
      title: {
        en: "HGR pilot for Mainland branches of HK universities",
        "zh-Hant": "香港高校內地分支機構人類遺傳資源過境試點",
        "zh-Hans": "香港高校内地分支机构人类遗传资源过境试点",
        pt: "Projeto-piloto para filiais de universidades de Hong Kong",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "national-health-commission",
      kinds: ["sample"],
      trigger: all(
        leavesMainland,
        is("to.jur", "HK"),
        is("org.hgr_pilot_branch", true),
        is("sample.human_origin_cn", true),
        is("sample.hgr_material", "cell_containing"),
      ),
      papers: ["hgr-application"],
      time: workingDays(20, {
        en: "No shorter limit was found",
        "zh-Hant": "未見更短的時限",
        "zh-Hans": "未见更短的时限",
        pt: "Não se encontrou prazo mais curto",
      }),
      from: "2020-07-01",
      facilitates: ["cn-hgr-export-approval"],
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "MOST pilot (2020 onward)",
            "zh-Hant": "科技部試點",
            "zh-Hans": "科技部试点",
            pt: "Projeto-piloto do Ministério da Ciência e Tecnologia (desde 2020)",
          },
        },
      ],
      sources: ["http://www.fengdujob.net/showinfo-1-1287223-0.html"],
      confidence: "verified",
      note: {
        en: "Branches in the pilot may apply by themselves for HGR to go to Hong Kong (three approved in July 2020, four universities by July 2022). It changes who may apply, not whether approval is needed. The present list is not confirmed.",
        "zh-Hant": "試點分支機構可自行申請人類遺傳資源過境香港（2020年7月獲批3家，至2022年7月涉及4所大學）。試點改變的是誰可申請，而非是否須審批。現行名單未經核實。",
        "zh-Hans": "试点分支机构可自行申请人类遗传资源过境香港（2020年7月获批3家，至2022年7月涉及4所大学）。试点改变的是谁可申请，而非是否须审批。现行名单未经核实。",
        pt: "As filiais do projeto-piloto podem requerer por si a saída de RGH para Hong Kong (três aprovadas em julho de 2020; quatro universidades até julho de 2022). Altera quem pode requerer, não a necessidade de autorização. A lista atual não está confirmada.",
      },
    },
  ],
});
