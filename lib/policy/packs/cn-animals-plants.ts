import { all, any, is, isOneOf, not } from "./conditions.ts";
import { entersMainland, leavesMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { noWait, workingDays } from "./times.ts";

/** Animals, plants, material made from them, and soil: quarantine of the Mainland. */
export const cnAnimalsPlants = definePack({
  id: "cn-animals-plants",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-biomaterial-import-quarantine",
      title: {
        en: "Import quarantine approval for animal/plant-derived biomaterial",
        "zh-Hant": "進境動植物源性生物材料檢疫審批",
        "zh-Hans": "进境动植物源性生物材料检疫审批",
        pt: "Autorização de quarentena para biomateriais importados",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "customs-administration",
      kinds: ["sample"],
      trigger: all(
        entersMainland,
        any(is("sample.animal_derived", true), is("sample.plant_material", true), is("sample.animal_pathogen", true)),
        isOneOf("sample.biomaterial_level", "1", "2"),
      ),
      papers: ["quarantine-import-permit", "vet-health-cert", "customs-declaration"],
      time: workingDays(3, {
        en: "Level 2: normally up to 3 working days at the directly-affiliated customs; level 1: special approval by the General Administration, 20",
        "zh-Hant": "二級：直屬海關一般不超過3個工作日；一級：海關總署特許審批20個工作日",
        "zh-Hans": "二级：直属海关一般不超过3个工作日；一级：海关总署特许审批20个工作日",
        pt: "Nível 2: em regra até 3 dias úteis na alfândega diretamente subordinada; nível 1: autorização especial da Administração Geral, 20",
      }),
      validity: { en: "6 to 12 months", "zh-Hant": "6至12個月", "zh-Hans": "6至12个月", pt: "6 a 12 meses" },
      from: "2025-12-24",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "GACC Announcement 254 of 2025 (24 Dec 2025)",
            "zh-Hant": "海關總署公告2025年第254號",
            "zh-Hans": "海关总署公告2025年第254号",
            pt: "Anúncio n.º 254 de 2025 da Administração Geral das Alfândegas (24 de dezembro de 2025)",
          },
        },
        {
          articles: "5,10",
          text: {
            en: "Entry-Exit Animal and Plant Quarantine Law",
            "zh-Hant": "進出境動植物檢疫法",
            "zh-Hans": "进出境动植物检疫法",
            pt: "Lei de Quarentena Animal e Vegetal de Entrada e Saída",
          },
        },
      ],
      sources: ["http://www.law-lib.com/law/law_view.asp?id=788104"],
      confidence: "verified",
      note: {
        en: "Level 1 needs special quarantine approval, level 2 quarantine approval; levels 3 and 4 need no permit, only papers and inspection as listed. The list is on the website of the General Administration. Animal gelatin for research left the list.",
        "zh-Hant": "一級須特許檢疫審批，二級須檢疫審批；三、四級無須許可，按名錄提交單證及接受查驗。名錄見海關總署網站。科研用動物明膠已移出名錄。",
        "zh-Hans": "一级须特许检疫审批，二级须检疫审批；三、四级无需许可，按名录提交单证及接受查验。名录见海关总署网站。科研用动物明胶已移出名录。",
        pt: "O nível 1 exige autorização especial de quarentena e o nível 2 autorização de quarentena; os níveis 3 e 4 dispensam licença, apenas documentos e inspeção conforme a lista, publicada no sítio da Administração Geral. A gelatina animal para investigação saiu da lista.",
      },
    },
    {
      id: "cn-lab-animal-import",
      title: {
        en: "Import of laboratory animals: permit and isolation",
        "zh-Hant": "進境實驗動物檢疫",
        "zh-Hans": "进境实验动物检疫",
        pt: "Importação de animais de laboratório",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "customs-administration",
      kinds: ["sample"],
      trigger: all(entersMainland, is("sample.live_animal", true)),
      papers: ["quarantine-import-permit", "vet-health-cert", "isolation-site-cert", "lab-animal-health-report", "lab-animal-licence"],
      time: workingDays(20, {
        en: "For the permit; then 14 days of isolation (30 for rodents without health monitoring or CNAS report)",
        "zh-Hant": "許可證審批時間；其後隔離14日（嚙齒類無健康監測或CNAS報告者30日）",
        "zh-Hans": "许可证审批时间；其后隔离14天（啮齿类无健康监测或CNAS报告的为30天）",
        pt: "Para a licença; seguem-se 14 dias de isolamento (30 para roedores sem vigilância sanitária ou relatório CNAS)",
      }),
      validity: {
        en: "One consignment, 3 to 6 months",
        "zh-Hant": "單批有效，3至6個月",
        "zh-Hans": "单批有效，3至6个月",
        pt: "Uma remessa, 3 a 6 meses",
      },
      from: "2025-12-24",
      due: "before-permit",
      citations: [
        {
          articles: "2(2)",
          text: {
            en: "GACC Announcement 254 of 2025",
            "zh-Hant": "海關總署公告2025年第254號",
            "zh-Hans": "海关总署公告2025年第254号",
            pt: "Anúncio n.º 254 de 2025 da Administração Geral das Alfândegas",
          },
        },
      ],
      sources: ["https://www.10100.com/article/67572030"],
      confidence: "verified",
      note: {
        en: "The certificate of the isolation site may be used again while valid; experiments may begin during isolation with the consent of customs.",
        "zh-Hant": "隔離場使用證在有效期內可重複使用；經海關同意，隔離期間可開展實驗。",
        "zh-Hans": "隔离场使用证在有效期内可重复使用；经海关同意，隔离期间可开展实验。",
        pt: "O certificado do local de isolamento pode ser reutilizado enquanto válido; com o acordo da alfândega, as experiências podem começar durante o isolamento.",
      },
    },
    {
      id: "cn-ap-exit-quarantine",
      title: {
        en: "Exit animal and plant quarantine",
        "zh-Hant": "出境動植物檢疫",
        "zh-Hans": "出境动植物检疫",
        pt: "Quarentena de saída de animais e plantas",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "customs-administration",
      kinds: ["sample"],
      trigger: all(leavesMainland, any(is("sample.live_animal", true), is("sample.plant_material", true), is("sample.animal_derived", true))),
      papers: ["vet-health-cert", "customs-declaration"],
      time: workingDays(7, {
        en: "Declare 7 days ahead; 60 days’ notice where isolation is required",
        "zh-Hant": "提前7日報檢；需隔離檢疫者提前60日預報",
        "zh-Hans": "提前7天报检；需隔离检疫的提前60天预报",
        pt: "Declarar com 7 dias de antecedência; pré-aviso de 60 dias quando se exige isolamento",
      }),
      validity: {
        en: "The certificate, 14 to 21 days",
        "zh-Hant": "證書有效14至21日",
        "zh-Hans": "证书有效期14至21天",
        pt: "O certificado, 14 a 21 dias",
      },
      from: "1992-04-01",
      due: "before-crossing",
      clock: { days: 7, unit: "day", calendar: "CN", from: "crossing" },
      citations: [
        {
          articles: "20-22",
          text: {
            en: "Entry-Exit Animal and Plant Quarantine Law ch. 3",
            "zh-Hant": "進出境動植物檢疫法第三章",
            "zh-Hans": "进出境动植物检疫法第三章",
            pt: "Lei de Quarentena Animal e Vegetal de Entrada e Saída, cap. 3",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Announcement 254 of 2025: the exporter registers only if the importing place asks for it.",
        "zh-Hant": "2025年第254號公告：僅在輸入地要求時，出口方才須註冊登記。",
        "zh-Hans": "2025年第254号公告：仅在输入地要求时，出口方才须注册登记。",
        pt: "Anúncio n.º 254 de 2025: o exportador só se regista se o local de importação o exigir.",
      },
    },
    {
      id: "cn-soil-special-permit",
      title: {
        en: "Special permit for soil and other prohibited articles",
        "zh-Hant": "土壤等禁止進境物特許審批",
        "zh-Hans": "土壤等禁止进境物特许审批",
        pt: "Autorização especial para solo",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "customs-administration",
      kinds: ["sample"],
      trigger: all(
        entersMainland,
        any(
          is("sample.soil", true),
          all(is("sample.animal_pathogen", true), not(isOneOf("sample.biomaterial_level", "1", "2"))),
        ),
      ),
      papers: ["soil-special-permit", "quarantine-import-permit"],
      time: workingDays(20, {
        en: "Decided by the General Administration",
        "zh-Hant": "由海關總署審批",
        "zh-Hans": "由海关总署审批",
        pt: "Decide a Administração Geral",
      }),
      validity: { en: "Single use", "zh-Hant": "一次有效", "zh-Hans": "一次有效", pt: "Uma só utilização" },
      from: "1992-04-01",
      due: "before-permit",
      citations: [
        {
          articles: "5",
          text: {
            en: "Entry-Exit Animal and Plant Quarantine Law art. 5",
            "zh-Hant": "進出境動植物檢疫法第五條",
            "zh-Hans": "进出境动植物检疫法第五条",
            pt: "Lei de Quarentena Animal e Vegetal de Entrada e Saída, art. 5.º",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "For research only, and from Hong Kong and Macao as well. Article 5 also prohibits animal and plant pathogens and pests without special approval.",
        "zh-Hant": "僅限科研用途，來自香港、澳門者亦適用。第五條亦禁止未經特許的動植物病原體及害蟲入境。",
        "zh-Hans": "仅限科研用途，来自香港、澳门者亦适用。第五条亦禁止未经特许的动植物病原体及害虫入境。",
        pt: "Só para investigação, também a partir de Hong Kong e Macau. O art. 5.º proíbe igualmente agentes patogénicos e pragas de animais e plantas sem autorização especial.",
      },
    },
    {
      id: "cn-carry-post-ban",
      title: {
        en: "Carry-in and post-in ban on animal, plant and biological items (exception papers)",
        "zh-Hant": "禁止攜帶、寄遞進境動植物及生物材料（例外須憑審批及檢疫證書）",
        "zh-Hans": "禁止携带、寄递进境动植物及生物材料（例外须凭审批及检疫证书）",
        pt: "Proibição de transporte em mão ou por via postal de material animal, vegetal e biológico",
      },
      jurisdiction: "CN",
      type: "document",
      authority: "customs-administration",
      kinds: ["sample"],
      trigger: all(
        entersMainland,
        isOneOf("mode", "hand_carried", "post"),
        any(
          is("sample.animal_derived", true),
          is("sample.live_animal", true),
          is("sample.plant_material", true),
          is("sample.soil", true),
          is("sample.animal_pathogen", true),
          isOneOf("sample.gmo", "contained_lab", "release", "agri_gmo"),
        ),
      ),
      papers: ["quarantine-import-permit", "vet-health-cert"],
      time: noWait(),
      from: "2021-10-20",
      due: "at-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "MARA/GACC Announcement 470 of 2021",
            "zh-Hant": "農業農村部、海關總署公告第470號（2021年）",
            "zh-Hans": "农业农村部、海关总署公告第470号（2021年）",
            pt: "Anúncio n.º 470 de 2021 do Ministério da Agricultura e dos Assuntos Rurais e da Administração Geral das Alfândegas",
          },
        },
      ],
      sources: ["https://customslawyer.cn/index.php/portal/fgk/detail/id/67338.html"],
      confidence: "verified",
      note: {
        en: "Live animals, tissue, cells, blood, pathogens, plants for propagation, soil and GMO material may not be carried or posted in, unless the competent authority approved and the sending place gave an official quarantine certificate. Check which channel a commercial courier counts under.",
        "zh-Hant": "活動物、組織、細胞、血液、病原體、繁殖用植物、土壤及轉基因生物材料不得攜帶或寄遞入境，經主管部門批准並附輸出地官方檢疫證書者除外。商業快件屬何種渠道，請先查明。",
        "zh-Hans": "活动物、组织、细胞、血液、病原体、繁殖用植物、土壤及转基因生物材料不得携带或寄递入境，经主管部门批准并附输出地官方检疫证书者除外。商业快件属何种渠道，请先查明。",
        pt: "Animais vivos, tecidos, células, sangue, agentes patogénicos, plantas para propagação, solo e material de OGM não podem ser trazidos em mão ou por correio, salvo com autorização da autoridade competente e certificado oficial de quarentena do local de envio. Confirme em que canal conta o correio expresso comercial.",
      },
    },
  ],
});
