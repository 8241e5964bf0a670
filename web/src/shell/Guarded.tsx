import { Navigate, Outlet, useLocation } from "@tanstack/react-router";
import { useSessionStatus } from "@/features/identity";
import { paths } from "@/lib/paths";

/** Shows private pages while the session lasts; when it ends, the login page leads back here. */
export function Guarded() {
  const status = useSessionStatus();
  const { href } = useLocation();
  if (status === "expired") {
    return <Navigate to={paths.login} search={{ suite: href, motif: "expiree" }} replace />;
  }
  return <Outlet />;
}
