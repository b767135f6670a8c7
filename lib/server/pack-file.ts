import { findNodeAtLocation, type Node, type ParseError, parseTree } from "jsonc-parser";
import type { PackPath } from "../policy/check/problem.ts";

/** Packs that somebody wrote as JSON, and the way back from a place in one of them to its line. */
export type PackFile = { readonly bodies: readonly unknown[]; readonly lineOf: (at: number, path: PackPath) => number };

/** Reads a file with one pack, or a list of them; text that is not JSON is refused with its line. */
export function readPackFile(text: string): PackFile | { readonly notJson: number } {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first || !tree) return { notJson: lineAt(text, first?.offset ?? 0) };
  const given: unknown = JSON.parse(text);
  const isList = Array.isArray(given);
  return {
    bodies: isList ? (given as unknown[]) : [given],
    lineOf: (at, path) => lineAt(text, nearest(tree, isList ? [at, ...path] : path).offset),
  };
}

/** What is missing has no line: the nearest thing around it has. */
function nearest(tree: Node, path: PackPath): Node {
  const found = findNodeAtLocation(tree, [...path]);
  return found ?? (path.length === 0 ? tree : nearest(tree, path.slice(0, -1)));
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
