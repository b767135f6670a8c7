/** An empty page, made anew each time: what the machine allows, for the bench to measure against. */
export const dynamic = "force-dynamic";

export default function Empty() {
  return <main />;
}
