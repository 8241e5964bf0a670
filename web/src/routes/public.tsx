// Pages that anybody may open.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { browseParams } from "@/features/catalog/browseUrl";
import { paths, sheets } from "@/lib/paths";
import { loginSearch, root, tokenSearch } from "./root";

const page = { getParentRoute: () => root } as const;

const home = createRoute({
  ...page,
  path: paths.home,
  component: lazyRouteComponent(() => import("@/pages/public/HomePage"), "HomePage"),
});

const login = createRoute({
  ...page,
  path: paths.login,
  validateSearch: loginSearch,
  component: lazyRouteComponent(() => import("@/pages/public/LoginPage"), "LoginPage"),
});

const register = createRoute({
  ...page,
  path: paths.register,
  component: lazyRouteComponent(() => import("@/pages/public/RegisterPage"), "RegisterPage"),
});

const confirm = createRoute({
  ...page,
  path: paths.confirm,
  validateSearch: tokenSearch,
  component: lazyRouteComponent(() => import("@/pages/public/ConfirmPage"), "ConfirmPage"),
});

const resend = createRoute({
  ...page,
  path: paths.resend,
  component: lazyRouteComponent(() => import("@/pages/public/ResendPage"), "ResendPage"),
});

const forgotten = createRoute({
  ...page,
  path: paths.forgotten,
  component: lazyRouteComponent(() => import("@/pages/public/ForgottenPage"), "ForgottenPage"),
});

const reset = createRoute({
  ...page,
  path: paths.reset,
  validateSearch: tokenSearch,
  component: lazyRouteComponent(() => import("@/pages/public/ResetPage"), "ResetPage"),
});

const legal = createRoute({
  ...page,
  path: paths.legal,
  component: lazyRouteComponent(() => import("@/pages/public/LegalPage"), "LegalPage"),
});

const reference = createRoute({
  ...page,
  path: paths.reference,
  validateSearch: browseParams,
  component: lazyRouteComponent(() => import("@/pages/public/ReferencePage"), "ReferencePage"),
});

const job = createRoute({
  ...page,
  path: sheets.job,
  component: lazyRouteComponent(() => import("@/pages/public/JobPage"), "JobPage"),
});

const skill = createRoute({
  ...page,
  path: sheets.skill,
  component: lazyRouteComponent(() => import("@/pages/public/SkillPage"), "SkillPage"),
});

export const publicRoutes = [
  home,
  login,
  register,
  confirm,
  resend,
  forgotten,
  reset,
  legal,
  reference,
  job,
  skill,
] as const;
