import { useLocation } from "@tanstack/react-router";
import { type ComponentType, useEffect, useState } from "react";
import { useConnected } from "@/api/connection";
import { namesOf } from "@/features/attendance/waitingSign";
import { useMe } from "@/features/identity";

/** Marks of a roll that wait on this device leave from any page. Few devices hold any: only those load what sends them. */
export function Outbox() {
  const me = useMe()?.id;
  const isConnected = useConnected();
  const [Marks, setMarks] = useState<ComponentType<{ person: string }> | null>(null);
  // Marks are made on pages of rolls, and found when one is left.
  useLocation();
  const waits = me !== undefined && namesOf(me).length > 0;
  useEffect(() => {
    if (!waits || !isConnected || Marks) return;
    // Without it the page stands; the next connection is another chance.
    import("@/features/attendance/WaitingMarks").then(
      ({ WaitingMarks }) => setMarks(() => WaitingMarks),
      () => undefined,
    );
  }, [waits, isConnected, Marks]);
  return me && Marks ? <Marks key={me} person={me} /> : null;
}
