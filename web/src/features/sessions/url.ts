// What the addresses of sessions mean: filters of lists, the place of a calendar.
import type { EnrolmentStatus, SessionStatus } from "@/api/types";
import type { Day } from "@/lib/days";
import type { View } from "./model/agenda";
import {
  type CalendarSearch,
  ENROLMENTS,
  type ListSearch,
  type ParticipantsSearch,
  STATES,
  VIEWS,
} from "./search";

/** The name that stands in the address for a value. */
const nameOf = <V extends string>(names: Record<string, V>, value: V | null): string | undefined =>
  Object.keys(names).find((name) => names[name] === value);

export interface SessionFilter {
  words: string;
  status: SessionStatus | null;
  from: Day;
  to: Day;
}

export const filterOf = ({ q, etat, du, au }: ListSearch): SessionFilter => ({
  words: q?.trim() ?? "",
  status: etat ? (STATES[etat] ?? null) : null,
  from: du ?? "",
  to: au ?? "",
});

export function searchOf({ words: q, status, from, to }: SessionFilter): ListSearch {
  const etat = nameOf(STATES, status);
  return {
    ...(q === "" ? {} : { q }),
    ...(etat ? { etat } : {}),
    ...(from === "" ? {} : { du: from }),
    ...(to === "" ? {} : { au: to }),
  };
}

export interface ParticipantFilter {
  words: string;
  status: EnrolmentStatus | null;
}

export const participantFilterOf = ({ q, etat }: ParticipantsSearch): ParticipantFilter => ({
  words: q ?? "",
  status: etat ? (ENROLMENTS[etat] ?? null) : null,
});

export function participantSearchOf(filter: ParticipantFilter): ParticipantsSearch {
  const etat = nameOf(ENROLMENTS, filter.status);
  return { ...(filter.words === "" ? {} : { q: filter.words }), ...(etat ? { etat } : {}) };
}

export interface CalendarPlace {
  /** Null: the one that suits the screen. */
  view: View | null;
  /** Null: today. */
  day: Day | null;
  /** Null: one's own calendar. */
  organisation: string | null;
}

export const placeOf = ({ vue, jour, organisme }: CalendarSearch): CalendarPlace => ({
  view: vue ? (VIEWS[vue] ?? null) : null,
  day: jour ?? null,
  organisation: organisme ?? null,
});

export function calendarSearchOf({ view, day: jour, organisation }: CalendarPlace): CalendarSearch {
  const vue = nameOf(VIEWS, view);
  return {
    ...(vue ? { vue } : {}),
    ...(jour ? { jour } : {}),
    ...(organisation ? { organisme: organisation } : {}),
  };
}
