import { all, is } from "./conditions.ts";
import { entersHongKong } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { notResidentOfHongKong } from "./persons.ts";
import { workingDays } from "./times.ts";

/** Study and training in Hong Kong. */
export const hkPersonStudy = definePack({
  id: "hk-person-study",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "hk-study-visa",
      title: {
        en: "HK student visa/entry permit",
        "zh-Hant": "香港學生簽證/進入許可",
        "zh-Hans": "香港学生签证/进入许可",
        pt: "Visto de estudante de Hong Kong",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-immigration",
      kinds: ["person"],
      trigger: all(entersHongKong, notResidentOfHongKong, is("person.purpose", "study")),
      papers: ["admission-letter", "sponsor-form"],
      time: workingDays(20, {
        en: "6 to 8 weeks are published for study",
        "zh-Hant": "就讀類公布的處理時間為6至8星期",
        "zh-Hans": "就读类公布的处理时间为6至8周",
        pt: "Para estudos estão publicadas 6 a 8 semanas",
      }),
      validity: { en: "For the programme", "zh-Hant": "按課程期限", "zh-Hans": "按课程期限", pt: "Duração do curso" },
      from: null,
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Immigration Ordinance Cap. 115",
            "zh-Hant": "《入境條例》第115章",
            "zh-Hans": "《入境条例》第115章",
            pt: "Lei de Imigração, Cap. 115",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Exchange students on a research stay belong here; internships of trainees take the training visa.",
        "zh-Hant": "來港作科研逗留的交換生屬此類；受訓人員實習則申請受訓簽證。",
        "zh-Hans": "来港作科研逗留的交换生属此类；受训人员实习则申请受训签证。",
        pt: "Os estudantes de intercâmbio em estada de investigação entram aqui; os estágios de formandos usam o visto de formação.",
      },
    },
    {
      id: "hk-training-visa",
      title: {
        en: "HK training visa/entry permit",
        "zh-Hant": "香港受訓簽證／進入許可",
        "zh-Hans": "香港受训签证/进入许可",
        pt: "Visto de formação de Hong Kong",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-immigration",
      kinds: ["person"],
      trigger: all(entersHongKong, notResidentOfHongKong, is("person.purpose", "training")),
      papers: ["sponsor-form", "employment-contract"],
      time: workingDays(20, { en: "About 4 weeks", "zh-Hant": "約4星期", "zh-Hans": "约4周", pt: "Cerca de 4 semanas" }),
      validity: { en: "Up to 12 months", "zh-Hant": "最長12個月", "zh-Hans": "最长12个月", pt: "Até 12 meses" },
      from: null,
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Immigration Ordinance Cap. 115; guidebook ID(E) 993",
            "zh-Hant": "《入境條例》（第115章）；受訓入境指南",
            "zh-Hans": "《入境条例》（第115章）；受训入境指南",
            pt: "Lei de Imigração, Cap. 115; guia ID(E) 993",
          },
        },
      ],
      sources: ["https://immd.gov.hk/eng/faq/training.html"],
      confidence: "verified",
      note: {
        en: "On-the-job training, secondment or internship, paid or unpaid. From the Mainland only employees or business associates of well-established or multinational companies based in Hong Kong; others need another route. Since when is only approximately known.",
        "zh-Hant": "在職訓練、借調或實習，不論受薪與否。內地居民只限在港具規模或跨國公司的僱員或業務夥伴；其他人士須循其他途徑。起始日期僅為約數。",
        "zh-Hans": "在职训练、借调或实习，无论有无报酬。内地居民仅限在港具规模或跨国公司的雇员或业务伙伴；其他人员须通过其他途径。起始日期仅为约数。",
        pt: "Formação em contexto de trabalho, destacamento ou estágio, pago ou não. Do Interior da China, só empregados ou parceiros de empresas consolidadas ou multinacionais com sede em Hong Kong; os outros precisam de outra via. A data de início é aproximada.",
      },
    },
  ],
});
