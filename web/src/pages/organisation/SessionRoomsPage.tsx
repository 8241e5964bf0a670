import { Quizzes } from "@/features/sessions/Quizzes";
import { Rooms } from "@/features/sessions/Rooms";
import { SessionFrame } from "./SessionFrame";
import { useTeaching } from "./useTeaching";
import { WithSession } from "./WithSession";

/** The rooms and the quizzes of a session. */
export function SessionRoomsPage() {
  const { writes } = useTeaching();
  return (
    <WithSession>
      {(session, organisation) => (
        <SessionFrame organisation={organisation} session={session} part="rooms">
          <Quizzes organisation={organisation} session={session} writes={writes} />
          <Rooms organisation={organisation} session={session} writes={writes} />
        </SessionFrame>
      )}
    </WithSession>
  );
}
