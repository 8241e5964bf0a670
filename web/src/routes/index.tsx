// The map of the app: every address, who may open it, and the page it loads on demand.
import type { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { readQuery, writeQuery } from "@/lib/query";
import { PageFailure, Pending } from "@/shell/PageState";
import { publicExperienceRoutes } from "./experiences";
import { guardedRoutes } from "./guarded";
import { publicRoutes } from "./public";
import { publicRecordRoutes } from "./records";
import { root } from "./root";

const tree = root.addChildren([
  ...publicRoutes,
  guardedRoutes,
  ...publicRecordRoutes,
  ...publicExperienceRoutes,
]);

export function createAppRouter(cache: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { cache },
    parseSearch: readQuery,
    stringifySearch: writeQuery,
    defaultPreload: "intent",
    defaultPendingMs: 300,
    defaultPendingComponent: Pending,
    defaultErrorComponent: PageFailure,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
