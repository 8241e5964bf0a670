// Who looks at experiences in an organisation, and what its reader may do there.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { peopleQuery } from "@/features/sessions/queries";
import { fullName } from "@/lib/names";
import { judges, staff, writesTrainings } from "@/shell/navigation";
import { useStanding } from "@/shell/standing";

export function useReviewers() {
  const { organisation: id = "" } = useParams({ strict: false });
  const organisations = useStanding()?.organisations.filter(staff) ?? [];
  const organisation = organisations.find((mine) => mine.id === id);
  const reviews = organisation !== undefined && judges(organisation);
  const people = useQuery({ ...peopleQuery(id), enabled: reviews }).data ?? [];
  return {
    id,
    organisations,
    /** Whether this person looks at experiences here; staff only propose them. */
    reviews,
    writes: organisation !== undefined && writesTrainings(organisation),
    reviewers: people
      .filter(({ role }) => role === "admin")
      .map((one) => ({ id: one.person_id, name: fullName(one) })),
  };
}
