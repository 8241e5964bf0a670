import { getRouteApi } from "@tanstack/react-router";
import { SlotList } from "@/features/sessions/SlotList";
import type { SlotsSearch } from "@/features/sessions/search";
import { SessionFrame } from "./SessionFrame";
import { useTeaching } from "./useTeaching";
import { WithSession } from "./WithSession";

const route = getRouteApi("/guarded/organisations/$organisation/sessions/$session/creneaux");

/** When a session meets. */
export function SessionSlotsPage() {
  const { writes } = useTeaching();
  const { creneau }: SlotsSearch = route.useSearch();
  return (
    <WithSession>
      {(session, organisation) => (
        <SessionFrame organisation={organisation} session={session} part="slots">
          <SlotList
            organisation={organisation}
            session={session}
            writes={writes}
            wanted={creneau ?? null}
          />
        </SessionFrame>
      )}
    </WithSession>
  );
}
