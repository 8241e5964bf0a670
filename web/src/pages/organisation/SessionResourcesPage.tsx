import { Resources } from "@/features/sessions/Resources";
import { SessionFrame } from "./SessionFrame";
import { useTeaching } from "./useTeaching";
import { WithSession } from "./WithSession";

/** What trainees are given in a session; its trainers add to it too. */
export function SessionResourcesPage() {
  const { suspended } = useTeaching();
  return (
    <WithSession>
      {(session, organisation) => (
        <SessionFrame organisation={organisation} session={session} part="resources">
          <Resources organisation={organisation} session={session} writes={!suspended} />
        </SessionFrame>
      )}
    </WithSession>
  );
}
