/** So many rows are read of a statement: where its conditions chose among all pairs of two tables, there are millions without them. */
export const rowsAtMost = 20_000;

/**
 * A statement whose conditions hold for every row, which locks nothing and whose limit is `rowsAtMost`: at its top, and in every query that it reads from (`from (…)`,
 * `with x as (…)`). Conditions of joins stay, and those of what is asked about single rows; where rows are asked about one by one (`lateral`), only the top
 * is opened, or each would meet every other. Parameters stay too, so that each has its type.
 */
export function withoutWhere(statement: string): string {
  const words = tokens(statement.replace(/\s+for (no key )?update(\s+of \S+)?(\s+skip locked)?/gi, " "));
  const opens = /\blateral\b/i.test(statement) ? /^(?!)/ : /^(from|join|as|materialized|all|union)$/;
  const out: string[] = [];
  // For each open bracket, whether rows come out of it, and whether a condition is open there.
  const levels = [{ rows: true, condition: false, limit: false }];
  let before = "";
  const here = () => levels.at(-1) ?? { rows: false, condition: false, limit: false };
  const end = () => {
    if (here().condition) out.push(") or true) ");
    if (here().limit) out.push(`)::bigint, ${rowsAtMost}) `);
    Object.assign(here(), { condition: false, limit: false });
  };
  for (const word of words) {
    const plain = word.toLowerCase();
    if (word === "(") {
      out.push(word);
      levels.push({ rows: here().rows && opens.test(before), condition: false, limit: false });
    } else if (word === ")") {
      end();
      levels.pop();
      out.push(word);
    } else if (here().rows && !before.endsWith(".") && /^(where|group|having|order|limit|offset|for|union|except|intersect|window|;)$/.test(plain) && !(plain === "order" && before === "within")) {
      end();
      out.push(word);
      if (plain === "where") {
        out.push(" ((");
        here().condition = true;
      }
      if (plain === "limit") {
        out.push(" greatest((");
        here().limit = true;
      }
    } else out.push(word);
    if (plain.trim() !== "") before = plain;
  }
  end();
  return `select * from (${out.join("")}) everything limit ${rowsAtMost}`;
}

/** Words, quoted names and texts, brackets, and whatever lies in between; nothing is lost. */
function tokens(statement: string): string[] {
  return statement.match(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[a-z_]\w*|\s+|[()]|[^\s()"'a-z_]+/gi) ?? [];
}
