// The worker that keeps the app itself on this device (public/sw.js), so that a page opens again without a connection.

const ASSETS = "/assets/";

/** Every file of the app that this page has used so far. */
function used(): string[] {
  const linked = [...document.querySelectorAll<HTMLElement>("script[src], link[href]")].map(
    (element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "",
  );
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const paths = [...linked, ...loaded].map((name) => new URL(name, location.origin));
  const own = paths.filter(({ origin }) => origin === location.origin);
  return [...new Set(own.map(({ pathname }) => pathname))].filter((path) =>
    path.startsWith(ASSETS),
  );
}

/** Has the worker keep what this page is made of; from then on it keeps what is loaded later. */
export async function keepApp(): Promise<void> {
  // Only pages over TLS have workers; while the app is being written, it would keep what is old.
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ keep: used() });
}
