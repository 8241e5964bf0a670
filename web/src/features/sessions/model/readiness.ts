// Where to put right what a session is not ready for.
import type { ReadinessItem } from "@/api/types";
import { paths } from "@/lib/paths";

export interface Remedy {
  to:
    | typeof paths.sessionGeneral
    | typeof paths.sessionCourses
    | typeof paths.sessionSlots
    | typeof paths.sessionParticipants
    | typeof paths.sessionResources
    | typeof paths.sessionRooms;
  /** The slot to look at. */
  slot?: string;
}

export function remedyOf({ code, slot_id: slot }: Pick<ReadinessItem, "code" | "slot_id">): Remedy {
  switch (code) {
    case "no_trainee":
      return { to: paths.sessionParticipants };
    case "skill_not_taught":
      return { to: paths.sessionCourses };
    case "skill_not_assessed":
      return { to: paths.sessionRooms };
    case "resource_not_clean":
      return { to: paths.sessionResources };
    default:
      return { to: paths.sessionSlots, ...(slot ? { slot } : {}) };
  }
}
