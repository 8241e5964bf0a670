import { CourseOrder } from "@/features/sessions/CourseOrder";
import { CourseReading } from "@/features/sessions/CourseReading";
import { isWritable } from "@/features/sessions/model/moves";
import { SessionFrame } from "./SessionFrame";
import { useTeaching } from "./useTeaching";
import { WithSession } from "./WithSession";

/** The session's own ordered list of courses. */
export function SessionCoursesPage() {
  const { writes } = useTeaching();
  return (
    <WithSession>
      {(session, organisation) => (
        <SessionFrame organisation={organisation} session={session} part="courses">
          {writes && isWritable(session.status) ? (
            <CourseOrder key={session.id} organisation={organisation} session={session} />
          ) : (
            <CourseReading session={session} />
          )}
        </SessionFrame>
      )}
    </WithSession>
  );
}
