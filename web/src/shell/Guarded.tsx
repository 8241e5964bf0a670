import { Outlet, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useSessionStatus } from "@/features/identity";

/** Shows private pages while the session lasts; when it ends, the login page leads back here. */
export function Guarded() {
  const open = useSessionStatus() === "open";
  const router = useRouter();
  // The guard of the route is asked again: it knows where to go, and does so once.
  useEffect(() => {
    if (!open) void router.invalidate();
  }, [open, router]);
  return open ? <Outlet /> : null;
}
