// Which organisation a page of trainings is about, and what its reader may do there.
import { useParams } from "@tanstack/react-router";
import { staff, teaches, writesTrainings } from "@/shell/navigation";
import { useStanding } from "@/shell/standing";

export function useTeaching() {
  const { organisation: id = "" } = useParams({ strict: false });
  const organisations = useStanding()?.organisations.filter(teaches) ?? [];
  const organisation = organisations.find((mine) => mine.id === id);
  return {
    id,
    organisations,
    /** Whether this person may write here. */
    writes: organisation !== undefined && writesTrainings(organisation),
    /** Whether this person runs the organisation. */
    runs: organisation !== undefined && staff(organisation),
    /** Whether this person may write what those who teach write, questions and quizzes. */
    authors: organisation?.status === "active",
    suspended: organisation?.status === "suspended",
  };
}
