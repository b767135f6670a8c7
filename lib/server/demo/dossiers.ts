import { v5 as idFrom } from "uuid";
import type { PersonActor } from "../../access/actor.ts";
import { addDays } from "../../calendar/day.ts";
import type { Role } from "../../dossier/role.ts";
import type { Until } from "../../dossier/until.ts";
import { isDossierAccepted, startDossier } from "../execute-dossier.ts";

/** One dossier of the demonstration: its requests by their titles, and what waits for what. */
type DossierStory = {
  readonly title: string;
  readonly by: string;
  readonly ago: number;
  readonly requests: Readonly<Record<string, Role>>;
  readonly waits: readonly { readonly waiting: string; readonly awaits: string; readonly until: Until; readonly reason: string }[];
};

const dossierStories: readonly DossierStory[] = [
  {
    title: "Antiviral cohort",
    by: "researcher@smu.example",
    ago: 9,
    requests: { "HBV-positive serum for a study of antiviral response": "sample", "Clinical follow-up of 4,000 patients, sponsor abroad": "data", "Two clinicians observe transplant rounds": "traveller" },
    waits: [{ waiting: "Clinical follow-up of 4,000 patients, sponsor abroad", awaits: "HBV-positive serum for a study of antiviral response", until: "approved", reason: "The data follows the approval of the genetic resources." }],
  },
  {
    title: "肝癌组织合作研究",
    by: "researcher@szu.example",
    ago: 14,
    requests: { "海外院校合作：肝癌组织切片": "sample", "博士生聯合培養（六個月）": "carrier", "粤港队列：健康问卷（大湾区标准合同）": "data" },
    waits: [
      { waiting: "海外院校合作：肝癌组织切片", awaits: "博士生聯合培養（六個月）", until: "permit", reason: "切片由该博士生随身携带，其获准过境前不能启程。" },
      { waiting: "海外院校合作：肝癌组织切片", awaits: "粤港队列：健康问卷（大湾区标准合同）", until: "approved", reason: "问卷数据先行，切片按队列编号取样。" },
    ],
  },
];

/** Opens the dossiers of the demonstration over requests that were played before. */
export async function openDossiers(byTitle: ReadonlyMap<string, string>, byEmail: (email: string) => PersonActor, today: string): Promise<void> {
  for (const { title, by, ago, requests, waits } of dossierStories) {
    const id = idFrom(title, demoDossiers);
    const request = (named: string): string => {
      const found = byTitle.get(named);
      if (!found) throw new Error(`no request ${named}`);
      return found;
    };
    const clock = () => new Date(`${addDays(today, -ago)}T02:20:00Z`);
    const answer = await startDossier(byEmail(by), { id, title, requests: Object.entries(requests).map(([named, role]) => ({ request: request(named), role })), dependencies: waits.map(({ waiting, awaits, ...rest }) => ({ waiting: request(waiting), awaits: request(awaits), ...rest })) }, clock);
    if (!isDossierAccepted(answer)) throw new Error(`${title} was refused: ${JSON.stringify(answer)}`);
  }
}

/** The namespace of the ids of demonstration dossiers. */
const demoDossiers = "3c1b6a0e-7f5d-4a52-8f7e-5b0f2f9a6d11";
