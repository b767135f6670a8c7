/** The blank between two sentences, or after a label, that stand in elements of their own: Chinese leaves none after its full stops and colons. */
export function Blank() {
  return <span data-blank> </span>;
}
