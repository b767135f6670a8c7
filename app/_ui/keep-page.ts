/** Has a worker keep a page with everything that it is made of, for when there is no network; whether it could. The worker's scope is that page. */
export async function keepPage(page: string, paths: readonly string[] = []): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false;
  try {
    const { installing, waiting, active } = await navigator.serviceWorker.register(`/kept-page-worker.js?page=${page}`, { scope: page });
    const worker = installing ?? waiting ?? active;
    const files = location.pathname !== page ? [] : performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.startsWith(`${location.origin}/_next/static/`));
    const told = new Promise<boolean>((tell) => {
      navigator.serviceWorker.addEventListener("message", ({ data }) => tell((data as { kept?: boolean }).kept === true), { once: true });
      setTimeout(() => tell(false), 30_000);
    });
    worker?.postMessage({ keep: [...files, "/icon.svg", ...paths] }, []);
    return await told;
  } catch {
    // A private window, or a browser that was told to keep nothing.
    return false;
  }
}
