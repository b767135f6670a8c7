/** Nothing, as JSON: what the machine allows, for the bench to measure against. */
export const dynamic = "force-dynamic";

export function GET(): Response {
  return Response.json({});
}
