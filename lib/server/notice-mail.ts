import { eq, inArray } from "drizzle-orm";
import type { ScopedTx } from "../../db/client.ts";
import { workflowPinned } from "../../db/config.ts";
import { readTexts } from "../../db/log.ts";
import { stepName } from "../../db/queries/step-names.ts";
import { desks, organisations } from "../../db/schema/configuration.ts";
import { format } from "../format.ts";
import { type Language, type Text, languages } from "../language.ts";
import { noticeLetter } from "../notice/notice-letter.ts";
import type { Notice } from "../notice/notices.ts";
import type { LiveState } from "../request/state.ts";
import { definitionAt } from "../workflow/step-name.ts";
import type { Mail } from "./mail.ts";
import { requirementName } from "./requirement-name.ts";
import { settings } from "./settings.ts";
import { translator } from "./translate.ts";

type Addressed = { readonly id: string; readonly name: string; readonly email: string; readonly language: Language };

/** The mail of a notice for one reader, in their language, with the names that the request pinned. */
export async function noticeMail(tx: ScopedTx, notice: Notice, state: LiveState, reader: Addressed): Promise<Mail> {
  const definition = (await workflowPinned(tx, state.kind, state.workflow.version))?.definition;
  const names = await deskNames(tx, [...state.steps.map(({ desk }) => desk), ...(notice.to.as === "desk" ? [notice.to.desk] : [])]);
  const title = (await readTexts(tx, state.id, [state.title.digest])).get(state.title.digest) ?? null;
  const letter = noticeLetter(notice, state, { ...reader, t: translator(reader.language), format: format(reader.language) }, {
    title,
    step: (id) => stepName(definition && definitionAt(definition.steps, id), id),
    desk: (id) => names.get(id) ?? { en: id, "zh-Hant": id, "zh-Hans": id, pt: id },
    requirement: (id) => requirementName(id, reader.language, translator(reader.language)),
    link: `${settings().PUBLIC_URL}/requests/${state.id}`,
  });
  return { to: reader.email, ...letter };
}

/** Desks have the same names everywhere; their organisation tells them apart. */
async function deskNames(tx: ScopedTx, ids: readonly string[]): Promise<ReadonlyMap<string, Text>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: desks.id, names: desks.names, of: organisations.names })
    .from(desks)
    .innerJoin(organisations, eq(organisations.id, desks.organisation))
    .where(inArray(desks.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, names, of }) => [id, Object.fromEntries(languages.map((language) => [language, `${names[language]} · ${of[language]}`])) as Text]));
}
