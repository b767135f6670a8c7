import { all, any, is, isOneOf, not } from "./conditions.ts";
import { crossesMainland, entersMainland, fromOrToHetaoShenzhen, fromOrToHongKong, whiteListedInHetao } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { perPermit } from "./terms.ts";
import { noWait, workingDays } from "./times.ts";

/** Programmes of the Shenzhen Park of the Hetao zone. */
export const cnHetao = definePack({
  id: "cn-hetao",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-special-goods-hetao-fast",
      title: {
        en: "Hetao priority/simplified approval of special goods",
        "zh-Hant": "河套特殊物品優先/簡化審批",
        "zh-Hans": "河套特殊物品优先/简化审批",
        pt: "Via rápida de Hetao para mercadorias especiais",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "shenzhen-customs",
      kinds: ["sample"],
      trigger: all(
        is("sample.special_goods_cn", true),
        crossesMainland,
        fromOrToHongKong,
        whiteListedInHetao,
        not(isOneOf("sample.pathogen_cat_cn", "cat1", "cat2")),
      ),
      papers: ["hk-bio-licence-copy", "joint-mechanism-conclusion"],
      time: workingDays(10, {
        en: "Handled first; no limit is published",
        "zh-Hant": "優先辦理；未公布時限",
        "zh-Hans": "优先办理；未公布时限",
        pt: "Tratamento prioritário; sem prazo publicado",
      }),
      validity: perPermit,
      from: "2024-09-30",
      facilitates: ["cn-special-goods-permit"],
      due: "before-permit",
      citations: [
        {
          articles: "2",
          text: {
            en: "GACC measures for Hetao, 署贸函〔2024〕236号, measure 2",
            "zh-Hant": "海關支持河套深圳園區若干措施（署貿函〔2024〕236號）第二條",
            "zh-Hans": "海关支持河套深圳园区若干措施（署贸函〔2024〕236号）第二条",
            pt: "Medidas da Administração Geral das Alfândegas para Hetao, ofício 署贸函〔2024〕236号, medida 2",
          },
        },
      ],
      sources: ["https://www.cnbayarea.org.cn/news/topics/dwldsj/sqzc/zcwj/content/post_1266890.html"],
      confidence: "verified",
      note: {
        en: "For white-listed bodies in the customs supervision area. Items with a Hong Kong biological permit for joint or linked research are handled first; items assessed by the Shenzhen joint supervision mechanism follow a simplified flow. Not for pathogens of unknown risk or able to cause a public-health emergency.",
        "zh-Hant": "適用於海關監管區內的白名單單位。持香港生物物質許可、用於聯合或關聯研究者優先辦理；經深圳聯合監管機制評估者可按簡化流程辦理。風險不明或可引致突發公共衞生事件的病原體不適用。",
        "zh-Hans": "适用于海关监管区内的白名单单位。持香港生物物质许可、用于联合或关联研究的优先办理；经深圳联合监管机制评估的可按简化流程办理。风险不明或可能引发突发公共卫生事件的病原体不适用。",
        pt: "Para entidades da lista branca na zona de supervisão aduaneira. Têm prioridade os artigos com licença biológica de Hong Kong para investigação conjunta ou associada; os avaliados pelo mecanismo conjunto de Shenzhen seguem um processo simplificado. Não vale para agentes patogénicos de risco desconhecido ou capazes de causar uma emergência de saúde pública.",
      },
    },
    {
      id: "cn-hetao-duty-free",
      title: {
        en: "Hetao 'first line' duty-free research goods",
        "zh-Hant": "河套深圳園區「一線」進口科研貨物免稅",
        "zh-Hans": "河套深圳园区“一线”进口科研货物免税",
        pt: "Isenção na 'primeira linha' de Hetao",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "hetao-tax-authorities",
      kinds: ["sample", "reagent"],
      trigger: all(
        entersMainland,
        is("from.jur", "HK"),
        is("to.zone", "hetao_sz"),
        is("org.to.hetao_whitelist", true),
        any(is("reagent.hetao_list_item", true), is("kind", "sample")),
      ),
      papers: ["hetao-ledger", "customs-declaration"],
      time: workingDays(1, {
        en: "Entry in the electronic ledger",
        "zh-Hant": "電子台賬登記",
        "zh-Hans": "电子台账登记",
        pt: "Inscrição no livro eletrónico",
      }),
      validity: {
        en: "Years of supervision as for goods with reduced duty; consumables are released when used up",
        "zh-Hant": "監管年限同減免稅貨物；耗材用完即解除監管",
        "zh-Hans": "监管年限同减免税货物；耗材用完即解除监管",
        pt: "Anos de supervisão como nas mercadorias com isenção; os consumíveis ficam livres quando consumidos",
      },
      from: "2026-02-10",
      due: "at-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Notice on Hetao import/export tax policy (Jan 2026)",
            "zh-Hant": "關於河套深港科技創新合作區深圳園區貨物進出口有關稅收政策的通知",
            "zh-Hans": "关于河套深港科技创新合作区深圳园区货物进出口有关税收政策的通知",
            pt: "Aviso sobre a política fiscal de importação e exportação de Hetao (janeiro de 2026)",
          },
        },
      ],
      sources: [
        "https://www.yuhaojiang.com/redian/1476090.html",
        "https://reportify.cn/tags/product?tagValue=科研货物",
      ],
      confidence: "verified",
      note: {
        en: "The first list has 509 items in 6 groups (equipment and parts, tools, literature, specimens, consumables, animals and more), free of import duty, VAT and consumption tax for own use. Giving up the relief bars the same goods for 36 months. What goes on to the rest of the Mainland over the second line pays tax.",
        "zh-Hant": "首批清單6類509項（設備及零件、工具、文獻、標本、耗材、動物等），自用者免徵進口關稅、增值稅及消費稅。放棄免稅後36個月內，同一貨物不得再申請。經「二線」進入內地其他地區須納稅。",
        "zh-Hans": "首批清单6类509项（设备及零件、工具、文献、标本、耗材、动物等），自用的免征进口关税、增值税和消费税。放弃免税后36个月内，同一货物不得再申请。经“二线”进入内地其他地区须纳税。",
        pt: "A primeira lista tem 509 artigos em 6 grupos (equipamento e peças, ferramentas, bibliografia, espécimes, consumíveis, animais, etc.), isentos de direitos de importação, IVA e imposto sobre o consumo para uso próprio. A renúncia exclui os mesmos bens durante 36 meses. O que segue para o resto do Interior da China pela segunda linha paga imposto.",
      },
    },
    {
      id: "cn-hetao-customs-supervision",
      title: {
        en: "Hetao Shenzhen Park customs supervision measures",
        "zh-Hant": "河套深圳園區海關監管辦法",
        "zh-Hans": "河套深圳园区海关监管办法",
        pt: "Supervisão aduaneira do Parque de Hetao",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "shenzhen-customs",
      kinds: ["sample", "reagent"],
      trigger: all(crossesMainland, fromOrToHongKong, whiteListedInHetao),
      papers: ["hetao-consolidated", "hetao-ledger"],
      time: workingDays(1),
      from: "2024-09-30",
      versions: [
        {
          id: "m236",
          from: "2024-09-30",
          to: "2026-02-09",
          note: {
            en: "Measures of 2024 (署贸函〔2024〕236号)",
            "zh-Hant": "2024年措施（署貿函〔2024〕236號）",
            "zh-Hans": "2024年措施（署贸函〔2024〕236号）",
            pt: "Medidas de 2024 (署贸函〔2024〕236号)",
          },
        },
        {
          id: "a20",
          from: "2026-02-10",
          to: null,
          note: {
            en: "Supervision measures, Announcement 20 of 2026",
            "zh-Hant": "監管辦法，2026年第20號公告",
            "zh-Hans": "监管办法，2026年第20号公告",
            pt: "Medidas de supervisão, Anúncio n.º 20 de 2026",
          },
        },
      ],
      facilitates: ["cn-customs-declaration"],
      due: "at-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "GACC Announcement 20 of 2026",
            "zh-Hant": "海關總署公告2026年第20號《海關對河套深港科技創新合作區深圳園區監管辦法》",
            "zh-Hans": "海关总署公告2026年第20号《海关对河套深港科技创新合作区深圳园区监管办法》",
            pt: "Anúncio n.º 20 de 2026 da Administração Geral das Alfândegas",
          },
        },
        {
          articles: null,
          text: {
            en: "署贸函〔2024〕236号",
            "zh-Hant": "海關支持河套深圳園區若干措施",
            "zh-Hans": "海关支持河套深圳园区若干措施",
            pt: "Ofício 署贸函〔2024〕236号",
          },
        },
      ],
      sources: [
        "http://m.digipub.cc/dy/article/KMMF61FK05562JTQ.html",
        "https://www.cnbayarea.org.cn/news/topics/dwldsj/sqzc/zcwj/content/post_1266890.html",
      ],
      confidence: "verified",
      note: {
        en: "Measures of 2024: consolidated declaration with no limit on monthly batches (not for goods under quarantine); priority for special goods; graded conformity checks for goods used only inside; instruments, devices, reagents, consumables and samples may be carried by named persons through Channel No. 1 (not bonded goods). The measures of 2026 were not read in full.",
        "zh-Hant": "2024年措施：集中申報，每月批次不限（檢疫貨物除外）；特殊物品優先；僅在園內使用的法檢貨物分級合格評定；指定人員可經一號通道攜帶儀器、器械、試劑、耗材及樣本（保稅貨物除外）。2026年辦法未閱全文。",
        "zh-Hans": "2024年措施：集中申报，每月批次不限（检疫货物除外）；特殊物品优先；仅在园内使用的法检货物分级合格评定；指定人员可经一号通道携带仪器、器械、试剂、耗材及样本（保税货物除外）。2026年办法未阅全文。",
        pt: "Medidas de 2024: declaração consolidada sem limite de lotes mensais (exceto bens sujeitos a quarentena); prioridade para mercadorias especiais; avaliação de conformidade graduada para bens usados só dentro do parque; instrumentos, dispositivos, reagentes, consumíveis e amostras podem ser levados em mão por pessoas designadas pelo Canal n.º 1 (exceto bens sob caução). As medidas de 2026 não foram lidas na íntegra.",
      },
    },
    {
      id: "cn-research-material-pilot",
      title: {
        en: "Pilot on free cross-border flow of research materials",
        "zh-Hant": "科研用物資跨境自由流動改革試點",
        "zh-Hans": "科研用物资跨境自由流动改革试点",
        pt: "Projeto-piloto de circulação de materiais de investigação",
      },
      jurisdiction: "CN",
      type: "facilitation",
      status: "unverified",
      authority: "science-ministry",
      kinds: ["sample", "reagent"],
      trigger: all(crossesMainland, all(fromOrToHetaoShenzhen, fromOrToHongKong)),
      papers: [],
      time: noWait(),
      from: null,
      due: "before-submission",
      citations: [
        {
          articles: null,
          text: {
            en: "No instrument text found",
            "zh-Hant": "未檢得文件原文",
            "zh-Hans": "未检得文件原文",
            pt: "Não se encontrou o texto do instrumento",
          },
        },
      ],
      confidence: "uncertain",
      note: {
        en: "No public text was found. Shown as a note until a number and a list are known; it never binds and nothing rests on it.",
        "zh-Hant": "未見公開文件。在取得文號及清單前僅作備註，不具約束力，亦不可依據。",
        "zh-Hans": "未见公开文件。在取得文号和清单前仅作备注，不具约束力，也不可作为依据。",
        pt: "Não se encontrou texto público. Fica como nota até haver número e lista; não vincula nem serve de base.",
      },
    },
  ],
});
