import { AttachmentPanel } from "@/features/quizzes/AttachmentPanel";
import { isCorrectable } from "@/features/sessions/model/moves";
import { Quizzes } from "@/features/sessions/Quizzes";
import { Rooms } from "@/features/sessions/Rooms";
import { SessionFrame } from "./SessionFrame";
import { useTeaching } from "./useTeaching";
import { WithSession } from "./WithSession";

/** The rooms and the quizzes of a session. */
export function SessionRoomsPage() {
  const { writes, authors } = useTeaching();
  return (
    <WithSession>
      {(session, organisation) => (
        <SessionFrame organisation={organisation} session={session} part="rooms">
          <Quizzes
            organisation={organisation}
            session={session}
            writes={writes}
            more={({ id }) => (
              <AttachmentPanel
                organisation={organisation}
                session={session}
                quiz={id}
                writes={authors && isCorrectable(session.status)}
              />
            )}
          />
          <Rooms organisation={organisation} session={session} writes={writes} />
        </SessionFrame>
      )}
    </WithSession>
  );
}
