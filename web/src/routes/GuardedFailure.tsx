import { type ErrorComponentProps, useMatchRoute } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { asProblem } from "@/api/problem";
import { keptRoll } from "@/features/attendance/keptRoll";
import { paths } from "@/lib/paths";
import { PageFailure, Pending } from "@/shell/PageState";

const KeptRollPage = lazy(async () => {
  const { KeptRollPage: page } = await import("@/pages/organisation/AttendancePage");
  return { default: page };
});

/** A page of an account while it cannot be known whose: the roll goes on with what this device keeps. */
export function GuardedFailure(props: ErrorComponentProps) {
  const at = useMatchRoute()({ to: paths.attendance });
  const slot = at && asProblem(props.error).temporary ? at.slot : null;
  // What the page began with stays, whatever is kept meanwhile.
  const [kept] = useState(() => (slot ? keptRoll(slot) : null));
  if (!slot || kept?.place.slot !== slot) return <PageFailure {...props} />;
  return (
    <Suspense fallback={<Pending />}>
      <KeptRollPage kept={kept} />
    </Suspense>
  );
}
