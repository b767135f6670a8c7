import { all, is, isOneOf } from "./conditions.ts";
import { leavesMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { theProject } from "./terms.ts";
import { workingDays } from "./times.ts";

/** Public research money of the Mainland that is used in Hong Kong or Macao. */
export const cnFundsGrants = definePack({
  id: "cn-funds-grants",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-central-funds-hkmo",
      title: {
        en: "Central S&T programme funds used in HK/Macao",
        "zh-Hant": "中央財政科技計劃經費過境港澳",
        "zh-Hans": "中央财政科技计划经费过境港澳",
        pt: "Fundos centrais de ciência e tecnologia em Hong Kong e Macau",
      },
      jurisdiction: "CN",
      type: "funding-condition",
      authority: "central-science-funders",
      kinds: ["funds"],
      trigger: all(leavesMainland, isOneOf("to.jur", "HK", "MO"), is("funds.source", "cn_central_fiscal")),
      papers: ["project-approval", "project-contract", "budget-table", "hk-rmb-account", "bop-form"],
      time: workingDays(20, {
        en: "After the contract; the managing agency pays",
        "zh-Hant": "簽訂合同後由專業管理機構撥付",
        "zh-Hans": "签订合同后由专业管理机构拨付",
        pt: "Depois do contrato; paga a entidade gestora",
      }),
      validity: theProject,
      from: "2018-02-28",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Rules on HK/Macao universities and institutes in central S&T programmes (国科发资〔2018〕43号)",
            "zh-Hant": "關於鼓勵香港特別行政區、澳門特別行政區高等院校和科研機構參與中央財政科技計劃（專項、基金等）組織實施的若干規定（試行）",
            "zh-Hans": "关于鼓励香港特别行政区、澳门特别行政区高等院校和科研机构参与中央财政科技计划（专项、基金等）组织实施的若干规定（试行）",
            pt: "Normas sobre a participação de universidades e institutos de Hong Kong e Macau nos programas científicos financiados pelo orçamento central (a título experimental; n.º 43 de 2018)",
          },
        },
      ],
      sources: ["https://www.yesdaily.com/xinwen_54163.html"],
      confidence: "verified",
      note: {
        en: "Bodies in Hong Kong and Macao may win projects in open competition and spend the money locally (announced in May 2018). The money stays with the project; accounting and acceptance follow the programme’s rules. The document’s number is from memory.",
        "zh-Hant": "港澳機構可經公開競爭承擔項目，並在當地使用經費（2018年5月公布）。經費專款專用，核算及驗收按計劃規定辦理。文號憑記憶，未經核實。",
        "zh-Hans": "港澳机构可经公开竞争承担项目，并在当地使用经费（2018年5月公布）。经费专款专用，核算及验收按计划规定办理。文号凭记忆，未经核实。",
        pt: "As entidades de Hong Kong e Macau podem obter projetos por concurso aberto e gastar o dinheiro localmente (anunciado em maio de 2018). A verba fica afeta ao projeto; contas e aceitação seguem as regras do programa. O número do documento é de memória.",
      },
    },
    {
      id: "cn-gd-funds-crossborder",
      title: {
        en: "Guangdong provincial research funds in HK/Macao",
        "zh-Hant": "廣東省級財政科研資金跨境港澳使用",
        "zh-Hans": "广东省级财政科研资金跨境港澳使用",
        pt: "Fundos provinciais de Guangdong em Hong Kong e Macau",
      },
      jurisdiction: "CN",
      type: "funding-condition",
      authority: "guangdong-science-and-finance",
      kinds: ["funds"],
      trigger: all(leavesMainland, isOneOf("to.jur", "HK", "MO"), is("funds.source", "cn_guangdong_fiscal")),
      papers: ["project-approval", "project-contract", "hk-rmb-account", "tax-filing-form", "budget-table"],
      time: workingDays(10, {
        en: "Fast lane: the tax filing is settled on the spot, then the bank",
        "zh-Hant": "綠色通道：稅務備案即時辦結，其後到銀行辦理",
        "zh-Hans": "绿色通道：税务备案即时办结，其后到银行办理",
        pt: "Via verde: o registo fiscal fica feito na hora, depois o banco",
      }),
      validity: theProject,
      from: "2021-08-25",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "粤科规范字〔2019〕1号",
            "zh-Hant": "港澳高校和科研機構參與廣東省財政科技計劃若干規定（試行）",
            "zh-Hans": "港澳高校和科研机构参与广东省财政科技计划若干规定（试行）",
            pt: "Normas sobre a participação de universidades e institutos de Hong Kong e Macau nos programas científicos provinciais de Guangdong (a título experimental)",
          },
        },
        {
          articles: null,
          text: {
            en: "粤财规〔2021〕4号",
            "zh-Hant": "廣東省省級財政科研項目資金跨境港澳地區使用管理規程（試行）",
            "zh-Hans": "广东省省级财政科研项目资金跨境港澳地区使用管理规程（试行）",
            pt: "Regras de gestão do uso em Hong Kong e Macau de fundos provinciais de investigação (a título experimental)",
          },
        },
        {
          articles: "2",
          text: {
            en: "粤府〔2019〕1号",
            "zh-Hant": "關於進一步促進科技創新的若干政策措施",
            "zh-Hans": "关于进一步促进科技创新的若干政策措施",
            pt: "Medidas de promoção da inovação científica e tecnológica",
          },
        },
      ],
      sources: ["http://m.bbjpxb.cn/gdywdt/zwzt/ygadwq/zxzc/content/post_3979979.html"],
      confidence: "verified",
      note: {
        en: "Bodies in Hong Kong and Macao may lead or apply alone; the money is paid straight to the lead or partner there; the payee gives an RMB account; local bank fees may be charged to the grant. Both texts are trial rules: whether they were renewed is not verified.",
        "zh-Hant": "港澳機構可牽頭或獨立申報；經費直接撥付當地牽頭或合作單位；收款方須提供人民幣賬戶；當地銀行手續費可在經費中列支。兩份文件均屬試行：是否延續未經核實。",
        "zh-Hans": "港澳机构可牵头或独立申报；经费直接拨付当地牵头或合作单位；收款方须提供人民币账户；当地银行手续费可在经费中列支。两份文件均属试行：是否延续未经核实。",
        pt: "As entidades de Hong Kong e Macau podem liderar ou concorrer sozinhas; o dinheiro é pago diretamente à entidade líder ou parceira; o beneficiário indica uma conta em RMB; as comissões bancárias locais podem ser imputadas à verba. Ambos os textos são experimentais: a renovação não está verificada.",
      },
    },
    {
      id: "cn-city-funds-crossborder",
      title: {
        en: "City research funds in HK/Macao (Shenzhen and others)",
        "zh-Hant": "市級財政科研資金跨境（深圳等）",
        "zh-Hans": "市级财政科研资金跨境（深圳等）",
        pt: "Fundos municipais em Hong Kong e Macau",
      },
      jurisdiction: "CN",
      type: "funding-condition",
      authority: "shenzhen-science-and-finance",
      kinds: ["funds"],
      trigger: all(leavesMainland, isOneOf("to.jur", "HK", "MO"), is("funds.source", "cn_city_fiscal")),
      papers: ["project-approval", "project-contract", "hk-rmb-account", "budget-table"],
      time: workingDays(10),
      validity: theProject,
      from: null,
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Shenzhen-HK-Macao S&T programme rules (category C etc.)",
            "zh-Hant": "深圳市深港澳科技計劃項目管理規定",
            "zh-Hans": "深圳市深港澳科技计划项目管理规定",
            pt: "Normas de gestão dos projetos do programa científico Shenzhen-Hong Kong-Macau",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "The Shenzhen programme lets money cross to partners in Hong Kong and Macao (categories A to D).",
        "zh-Hant": "深圳的計劃容許經費撥付港澳合作方（A至D類）。",
        "zh-Hans": "深圳的计划允许经费拨付港澳合作方（A至D类）。",
        pt: "O programa de Shenzhen permite que as verbas passem para parceiros de Hong Kong e Macau (categorias A a D).",
      },
    },
  ],
});
