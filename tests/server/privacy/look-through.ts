import { excused, patternsIn } from "./addresses.ts";
import { changedElsewhere } from "./elsewhere.ts";
import { further } from "../../support/further.ts";
import { canariesIn, type Chance, chanceOf } from "./chance.ts";
import { isShownTitle } from "./hand-over.ts";
import { knownIn } from "./known.ts";
import { isInCase } from "./model-beside.ts";
import { type Planted, mayRead, placeOf, type Somebody } from "./model.ts";
import { casesOf, everybody, jurisdictions } from "./people.ts";
import { plantedIn } from "./planted.ts";
import { got, walk } from "./walk.ts";
import { passesOf, type Served, servedWorld, standing } from "./world.ts";

export type Looked = { /** Who came upon what that was not theirs, and where. */ readonly wrong: readonly string[]; readonly unwalked: readonly string[]; /** What nobody came upon, though somebody may. */ readonly missed: readonly string[]; readonly classes: number; /** How to see the same again, and what was done. */ readonly told: string };

/** What is the same for everybody, and may be kept. */
const forAll = /^\/(\.well-known|packs|seals|api\/v1\/(empty|status|log))(\/|$)/;

/** A world of a seed, and everything that each role can get of it looked through. */
export async function lookThrough(seed: number): Promise<Looked> {
  const chance = chanceOf(seed);
  const served = await servedWorld(chance, { cases: 3, turns: 45 });
  const wrong: string[] = [];
  const walked = new Set<string>();
  const come = new Set<string>();
  const looked = new Set<string>();
  let console = "";
  let planted: readonly Planted[] = [];
  try {
    const { world, played, address } = served;
    const ids = played.map(({ id }) => id);
    const [cases, known, people, places] = [await casesOf(world, ids), await knownIn(world, ids, played.map(({ draft }) => draft), served.code?.code ?? null), await everybody(world), await jurisdictions(world)];
    const inside = played.flatMap(({ id, papers }) => papers.map(({ word, personal }): Planted => ({ word, personal, where: "a paper's content", of: id, class: "both sides", author: null })));
    const placeIn = (who: Somebody, id: string) => {
      const about = cases.find((one) => one.id === id);
      return about ? placeOf(who, about, places) : null;
    };
    const beside = served.beside.map(({ word, where, may }): Planted => ({ word, where, of: null, class: "theirs", author: null, readers: [...people.values()].filter((who) => may(who, { placeIn, jurisdictionOf: (organisation) => places.get(organisation) })).map(({ id }) => id) }));
    // Who reads a name is not for the class of whatever it was said in.
    const said = (await plantedIn(world, ids)).filter(({ word }) => beside.every((one) => one.word !== word));
    planted = [...said, ...inside, ...beside, ...(await ownWords(served, people))];
    const byWord = new Map<string, Planted[]>();
    for (const one of planted) byWord.set(one.word, [...(byWord.get(one.word) ?? []), one]);
    const still = await standing(world);
    const may = (who: Somebody | null, word: string) => (byWord.get(word) ?? []).some((one) => mayRead(who, one, one.of !== null && who ? placeIn(who, one.of) : null));
    const handed = cases.find(({ id }) => id === served.code?.of);
    const title = said.find(({ of, where }) => of === handed?.id && where === "request.submitted title")?.word;
    const look = (who: Somebody | null, where: string, text: string) => {
      for (const word of canariesIn(text)) {
        come.add(word);
        if (who && handed && word === title && /\/hand-overs?\//.test(where) && isShownTitle(who, handed)) continue;
        if (!may(who, word)) wrong.push(`${who?.email ?? "a visitor"} came upon ${word} (${byWord.get(word)?.map((one) => one.where).join(", ") ?? (still.has(word) ? "superseded" : "erased")}) at ${where}`);
      }
    };
    const cast = [...roles(served, cases[0]?.point ?? "sz-bay", chance), "policy@causeway.example", "admin@causeway.example"].map((email) => people.get(email) ?? null).filter((who) => who !== null);
    for (const who of [...cast, null]) {
      if (who) looked.add(who.id);
      const passes = who && (await passesOf(who.email));
      await walk(address, passes, known, ({ pattern, path, status, text }) => {
        walked.add(pattern);
        if (who && !forAll.test(pattern) && !/^cache-control: .*(no-store|private, no-cache)/m.test(text)) wrong.push(`${status} at ${path} for ${who.email} may be kept and shown to another`);
        if (status >= 500) wrong.push(`${status} at ${path} for ${who?.email}`);
        look(who, path, text);
      });
      // A page as scripts fetch it is the same page, and a search for another's word finds and counts nothing.
      for (const path of ["/", "/requests", ...ids.flatMap((id) => [`/requests/${id}`, `/audit/${id}`])]) {
        const { text } = await got(address, passes, { pattern: path, path: `${path}?_rsc` }, { rsc: "1" });
        look(who, `${path} (scripts)`, text);
        // Without the mark in its address Next leads there, and there would be nothing to look at.
        if (who && !/^content-type: text\/x-component/m.test(text)) wrong.push(`${path} is not what scripts fetch for ${who.email}`);
      }
      // First what is kept from them of a case that they see: of a foreign one the case itself would have to be found.
      const isOfTheirs = (word: string) => byWord.get(word)?.some(({ of, where }) => where.endsWith(" answers") && who !== null && of !== null && isInCase(placeIn(who, of))) ?? false;
      const foreign = chance.mixed([...byWord.keys()].filter((word) => !may(who, word))).toSorted((a, b) => Number(isOfTheirs(b)) - Number(isOfTheirs(a))).slice(0, 6);
      for (const word of passes ? foreign : []) {
        for (const [path, more] of [["/api/v1/requests", ""], ["/api/v1/audit/events", "&counts=1"]] as const) {
          const { text, status } = await got(address, passes, { pattern: path, path: `${path}?q=${word}${more}` });
          if (status !== 200 && !/"notPermitted"/.test(text)) wrong.push(`${status} where ${who?.email} looks for a word by ${path}`);
          if (status === 200 && !/"items":\[\]/.test(text)) wrong.push(`${who?.email} finds ${word} (${byWord.get(word)?.[0]?.where}) by ${path}`);
          if (status === 200 && /"counts":\{"all":[1-9]/.test(text)) wrong.push(`${who?.email} counts ${word} by ${path}`);
        }
      }
    }
    await served.post.fill();
    for (const { to, text } of served.post.mails) look(people.get(to) ?? null, "a mail", text);
    if (served.post.mails.length < 4) wrong.push("hardly anybody was told anything");
    wrong.push(...(await changedElsewhere(served, people, known, chance)));
  } finally {
    console = await served.stop();
  }
  if (canariesIn(console).size > 0) wrong.push(`the server's console says ${[...canariesIn(console)].join(", ")}`);
  const told = `SEED=${seed}; ${served.played.map(({ story, commands }) => `${story.kind} of ${story.home}: ${[...new Set(commands)].join(" ")}`).join("; ")}`;
  return {
    wrong: [...new Set(wrong)],
    unwalked: patternsIn("app").filter((pattern) => !(pattern in excused) && !walked.has(pattern)),
    missed: planted.filter(({ word, readers }) => !come.has(word) && (readers ?? [...looked]).some((id) => looked.has(id))).map(({ where, word }) => `${word} ${where}`),
    classes: new Set(planted.map((each) => each.class)).size,
    told,
  };
}

/** Drafts beside the cases: their requester's alone. */
async function ownWords({ world, played }: Served, people: ReadonlyMap<string, Somebody>): Promise<Planted[]> {
  const rows = await world.owner<{ id: string; words: string; email: string }[]>`select d.request_id as id, d.title || ' ' || d.lines::text as words, p.email from drafts d join people p on p.id = d.requester where d.request_id = any (${played.map(({ draft }) => draft)})`;
  return rows.flatMap(({ words, email }) => [...canariesIn(words)].map((word): Planted => ({ word, where: "a draft", of: null, class: "theirs", author: null, readers: [people.get(email)?.id ?? ""] })));
}

/** Somebody of each role; several have to do with more than one case, and with others not at all. */
function roles({ played }: Served, point: string, { pick }: Chance): string[] {
  const [one, other] = played.map(({ story }) => story);
  const [home, host] = [one?.home ?? "", one?.host ?? ""];
  const at = (mailbox: string, house: string) => `${mailbox}@${house}.example`;
  return [
    ...["researcher", "postdoc", "pi", "office", "auditor"].map((mailbox) => at(mailbox, home)),
    ...["host", "tax", "admin"].map((mailbox) => at(mailbox, host)),
    at("chemistry", other?.host ?? ""), at("researcher", home === "um" ? "must" : "um"), at(point, "boundary"), "auditor@causeway.example",
    ...(further ? ["export", "head", "admin"].map((mailbox) => at(mailbox, home)) : []),
    ...(further ? [at("auditor", host), at("researcher", other?.home ?? ""), at("host", other?.host ?? "")] : []),
    ...(further ? ["auditor.hk", "auditor.mo", "auditor.cn"] : [pick(["auditor.hk", "auditor.mo", "auditor.cn"])]).map((mailbox) => at(mailbox, "causeway")),
  ];
}
