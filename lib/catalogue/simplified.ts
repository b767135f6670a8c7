import { Converter } from "opencc-js/t2cn";

let converter: ((text: string) => string) | undefined;

/** Chinese in the simplified script. Its dictionary takes a tenth of a second and megabytes, so it is read when Chinese is first met. */
export function simplified(text: string): string {
  return (converter ??= Converter({ from: "hk", to: "cn" }))(text);
}
