import { getRouteApi } from "@tanstack/react-router";
import { ParticipantList } from "@/features/sessions/ParticipantList";
import { participantFilterOf, participantSearchOf } from "@/features/sessions/url";
import { SessionFrame } from "./SessionFrame";
import { useTeaching } from "./useTeaching";
import { WithSession } from "./WithSession";

const route = getRouteApi("/guarded/organisations/$organisation/sessions/$session/participants");

/** Who takes part in a session. */
export function SessionParticipantsPage() {
  const { writes } = useTeaching();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <WithSession>
      {(session, organisation) => (
        <SessionFrame organisation={organisation} session={session} part="participants">
          <ParticipantList
            organisation={organisation}
            session={session}
            writes={writes}
            filter={participantFilterOf(search)}
            onFilter={(filter) =>
              navigate({ search: participantSearchOf(filter), replace: true, resetScroll: false })
            }
          />
        </SessionFrame>
      )}
    </WithSession>
  );
}
