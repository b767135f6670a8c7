import { all, any, is, isOneOf, not } from "./conditions.ts";
import { entersMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { longTechnicalStay, onForeignPassport, onForeignPassportWithoutCard, paidBenchWork } from "./persons.ts";
import { noWait, workingDays } from "./times.ts";

/** Work in the Mainland, and the visas made for talent. */
export const cnPersonWork = definePack({
  id: "cn-person-work",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-work-permit-z",
      title: {
        en: "Z visa, Foreigner's Work Permit and residence permit",
        "zh-Hant": "Z字簽證及外國人工作許可",
        "zh-Hans": "Z字签证及外国人工作许可",
        pt: "Visto Z e autorização de trabalho",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "foreign-expert-authorities",
      kinds: ["person"],
      trigger: all(entersMainland, onForeignPassport, any(is("person.purpose", "employment"), paidBenchWork, longTechnicalStay)),
      papers: ["work-permit-notice", "cn-visa", "employment-contract", "degree-proof", "passport"],
      time: workingDays(10, {
        en: "Work permit 5 and 10 working days; residence permit applied for within 30 days of entry, issued in 15",
        "zh-Hant": "工作許可5個加10個工作日；居留證件於入境後30天內申請，15天內簽發",
        "zh-Hans": "工作许可5个加10个工作日；居留证件于入境后30天内申请，15天内签发",
        pt: "Autorização de trabalho: 5 mais 10 dias úteis; residência pedida nos 30 dias após a entrada e emitida em 15",
      }),
      validity: {
        en: "Work permit: class A up to 5 years, class B up to 2 years",
        "zh-Hant": "工作許可：A類最長5年，B類最長2年",
        "zh-Hans": "工作许可：A类最长5年，B类最长2年",
        pt: "Autorização de trabalho: classe A até 5 anos, classe B até 2",
      },
      from: "2017-04-01",
      due: "before-crossing",
      clock: { days: 30, unit: "day", calendar: "CN", from: "crossing" },
      citations: [
        {
          articles: "41-43",
          text: {
            en: "Exit-Entry Administration Law arts. 41-43",
            "zh-Hant": "出境入境管理法第四十一至四十三條",
            "zh-Hans": "出境入境管理法第四十一至四十三条",
            pt: "Lei de Administração de Saídas e Entradas, arts. 41.º a 43.º",
          },
        },
        {
          articles: "1-3",
          text: {
            en: "Procedures for foreigners entering to complete short-term work tasks (trial), from 2015-01-01",
            "zh-Hant": "外國人入境完成短期工作任務的相關辦理程序（試行）",
            "zh-Hans": "外国人入境完成短期工作任务的相关办理程序（试行）",
            pt: "Procedimentos para a entrada de estrangeiros em tarefas de trabalho de curta duração (a título experimental), desde 1 de janeiro de 2015",
          },
        },
      ],
      sources: ["https://www.chinaentryvisa.com/archives/3172"],
      confidence: "memory",
      note: {
        en: "Technical, research or guidance work of up to 90 days that the Mainland host pays for is short-term work: work permit, short-term work certificate and Z visa. Unpaid work, or work paid from abroad, of up to 90 days takes an F visa. Beyond 90 days the ordinary work permit applies.",
        "zh-Hant": "在內地合作方從事技術、科研、指導等工作不超過90天並由接待方付酬者，屬短期工作：須辦理工作許可、短期工作證明及Z字簽證。無酬或由境外付酬且不超過90天者，辦理F字簽證。超過90天者，辦理一般工作許可。",
        "zh-Hans": "在内地合作方从事技术、科研、指导等工作不超过90天并由接待方付酬者，属短期工作：须办理工作许可、短期工作证明及Z字签证。无酬或由境外付酬且不超过90天者，办理F字签证。超过90天者，办理一般工作许可。",
        pt: "O trabalho técnico, de investigação ou de orientação até 90 dias, pago pela entidade de acolhimento do Interior da China, é trabalho de curta duração: autorização de trabalho, certificado de trabalho de curta duração e visto Z. Sem remuneração, ou pago do exterior, até 90 dias: visto F. Acima de 90 dias, autorização de trabalho comum.",
      },
    },
    {
      id: "cn-visa-r",
      title: {
        en: "R visa for high-level talent",
        "zh-Hant": "R字簽證（外國高端人才）",
        "zh-Hans": "R字签证（外国高端人才）",
        pt: "Visto R (talentos de alto nível)",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "science-and-missions",
      kinds: ["person"],
      trigger: all(entersMainland, onForeignPassportWithoutCard, is("person.highly_skilled_r", true)),
      papers: ["r-cert", "passport"],
      time: workingDays(5, {
        en: "Confirmation letter 5 working days; the visa the next working day, free of charge",
        "zh-Hant": "確認函5個工作日；簽證於下一工作日簽發，免收費用",
        "zh-Hans": "确认函5个工作日；签证于下一工作日签发，免收费用",
        pt: "Carta de confirmação: 5 dias úteis; visto no dia útil seguinte, gratuito",
      }),
      validity: {
        en: "5 to 10 years, any number of entries, up to 180 days per stay",
        "zh-Hant": "5至10年，多次入境，每次停留不超過180天",
        "zh-Hans": "5至10年，多次入境，每次停留不超过180天",
        pt: "5 a 10 anos, entradas múltiplas, até 180 dias por estada",
      },
      from: "2018-01-01",
      facilitates: ["cn-visa-f", "cn-work-permit-z"],
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Measures on the talent visa system (2017)",
            "zh-Hant": "外國人才簽證制度實施辦法（2017）",
            "zh-Hans": "外国人才签证制度实施办法（2017）",
            pt: "Medidas sobre o regime de vistos para talentos estrangeiros (2017)",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Spouse and minor children on the same terms.",
        "zh-Hant": "配偶及未成年子女同等待遇。",
        "zh-Hans": "配偶及未成年子女同等待遇。",
        pt: "Cônjuge e filhos menores nas mesmas condições.",
      },
    },
    {
      id: "cn-visa-k",
      title: {
        en: "K visa for young sci-tech talent",
        "zh-Hant": "K字簽證（青年科技人才）",
        "zh-Hans": "K字签证（青年科技人才）",
        pt: "Visto K (jovens talentos C&T)",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "chinese-missions",
      kinds: ["person"],
      trigger: all(
        entersMainland,
        onForeignPassportWithoutCard,
        is("person.k_eligible", true),
        not(isOneOf("person.purpose", "employment", "study")),
      ),
      papers: ["passport", "degree-proof"],
      time: workingDays(4),
      validity: {
        en: "More entries, longer validity and longer stays than the twelve earlier classes",
        "zh-Hant": "入境次數、有效期及停留期均優於原有12類簽證",
        "zh-Hans": "入境次数、有效期及停留期均优于原有12类签证",
        pt: "Mais entradas, maior validade e estadas mais longas do que as doze classes anteriores",
      },
      from: "2025-10-01",
      substitutes: ["cn-visa-f"],
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "State Council Order 814",
            "zh-Hant": "國務院令第814號",
            "zh-Hans": "国务院令第814号",
            pt: "Decreto n.º 814 do Conselho de Estado",
          },
        },
      ],
      sources: ["http://en.people.cn/n3/2025/0930/c90000-20373217.html"],
      confidence: "verified",
      note: {
        en: "No inviting body is needed. Education, culture, scientific and technical exchange and starting a business are allowed; employment still needs a work permit (from memory). An age band of 18 to 45 is reported by a secondary source.",
        "zh-Hant": "無須境內單位邀請。可從事教育、文化、科技交流及創業；受僱仍須工作許可（憑記憶，未經核實）。年齡18至45歲一說出自二手資料。",
        "zh-Hans": "无需境内单位邀请。可从事教育、文化、科技交流及创业；受雇仍须工作许可（凭记忆，未经核实）。年龄18至45岁一说出自二手资料。",
        pt: "Dispensa entidade que convide. Permite educação, cultura, intercâmbio científico e técnico e criação de empresas; o emprego continua a exigir autorização de trabalho (de memória). A faixa etária de 18 a 45 anos vem de fonte secundária.",
      },
    },
    {
      id: "cn-hkmo-no-work-permit",
      title: {
        en: "HK/Macao Chinese residents: no Mainland work permit",
        "zh-Hant": "港澳居民在內地就業免許可",
        "zh-Hans": "港澳居民在内地就业免许可",
        pt: "Dispensa de autorização de trabalho para residentes de Hong Kong e Macau",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "human-resources-authority",
      kinds: ["person"],
      trigger: all(
        entersMainland,
        isOneOf("person.nationality_class", "hk_pr_cn", "hk_nonperm_cn", "mo_pr_cn", "tw"),
        is("person.purpose", "employment"),
      ),
      papers: ["home-return-permit", "employment-contract"],
      time: noWait(),
      from: "2018-08-03",
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "State Council decision July 2018",
            "zh-Hant": "國發〔2018〕28號",
            "zh-Hans": "国发〔2018〕28号",
            pt: "Documento n.º 28 de 2018 do Conselho de Estado",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "The residence permit for residents of Hong Kong and Macao can be had after six months. Income-tax relief in Hetao and the Greater Bay Area is a separate matter.",
        "zh-Hant": "居住滿六個月可申領港澳居民居住證。河套及大灣區的個人所得稅優惠另行辦理。",
        "zh-Hans": "居住满六个月可申领港澳居民居住证。河套及大湾区的个人所得税优惠另行办理。",
        pt: "A autorização de residência para residentes de Hong Kong e Macau pode pedir-se ao fim de seis meses. Os benefícios fiscais de Hetao e da Grande Baía são assunto à parte.",
      },
    },
  ],
});
