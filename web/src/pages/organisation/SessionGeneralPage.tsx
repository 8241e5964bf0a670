import { GeneralForm } from "@/features/sessions/GeneralForm";
import { GeneralReading } from "@/features/sessions/GeneralReading";
import { isWritable } from "@/features/sessions/model/moves";
import { RectifySession } from "@/features/sessions/RectifySession";
import { SessionFrame } from "./SessionFrame";
import { useTeaching } from "./useTeaching";
import { WithSession } from "./WithSession";

/** Title, dates, place, seats, trainers of a session. */
export function SessionGeneralPage() {
  const { writes } = useTeaching();
  return (
    <WithSession>
      {(session, organisation) => (
        <SessionFrame organisation={organisation} session={session} part="general">
          {writes && isWritable(session.status) ? (
            <GeneralForm key={session.id} organisation={organisation} session={session} />
          ) : (
            <>
              <GeneralReading session={session} />
              {writes && session.status === "ended" ? (
                <div>
                  <RectifySession
                    key={session.version}
                    organisation={organisation}
                    session={session}
                  />
                </div>
              ) : null}
            </>
          )}
        </SessionFrame>
      )}
    </WithSession>
  );
}
