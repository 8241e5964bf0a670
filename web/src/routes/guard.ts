// The way into every page of an account.
import { createRoute, notFound, redirect } from "@tanstack/react-router";
import { ApiProblem } from "@/api/problem";
import { session } from "@/api/session";
import { paths } from "@/lib/paths";
import { Guarded } from "@/shell/Guarded";
import { loadStanding, type Standing } from "@/shell/standing";
import { GuardedFailure } from "./GuardedFailure";
import { root } from "./root";

/** Opened once the session is known, else through the login page and back. */
export const guarded = createRoute({
  getParentRoute: () => root,
  id: "guarded",
  component: Guarded,
  errorComponent: GuardedFailure,
  beforeLoad: async ({ context, location }) => {
    if (!(await session.ready())) {
      // Nobody said no: the server could not be asked. The page says so and can be tried again.
      if (session.status() === "unknown") throw new ApiProblem(0, {});
      const motif = session.status() === "expired" ? "expiree" : undefined;
      throw redirect({ to: paths.login, search: { suite: location.href, motif } });
    }
    return { standing: await loadStanding(context.cache) };
  },
});

export const guardedPage = {
  getParentRoute: () => guarded,
} as const;

/** Only the platform's own people; for anybody else these addresses do not exist. */
export const adminPage = {
  getParentRoute: () => guarded,
  beforeLoad: ({ context }: { context: { standing: Standing } }) => {
    if (!context.standing.me.platform_admin) throw notFound();
  },
} as const;
