// What the pages of sessions keep in the address: `q`, `etat`, `du` and `au` of the list; `vue`, `jour` and `organisme` of
// the calendar; `creneau` of the slots; `q` and `etat` of the participants.
import * as z from "zod/mini";
import type { EnrolmentStatus, SessionStatus } from "@/api/types";
import type { Day } from "@/lib/days";
import { isDay } from "@/lib/isDay";
import type { View } from "./model/agenda";

const LONGEST = 200;
const ID = /^[0-9a-f-]{36}$/;

const words = z.catch(z.optional(z.string().check(z.maxLength(LONGEST))), undefined);
const day = z.catch(z.optional(z.string().check(z.refine(isDay))), undefined);
const id = z.catch(z.optional(z.string().check(z.regex(ID))), undefined);

const STATES: Record<string, SessionStatus> = {
  brouillon: "draft",
  planifiee: "planned",
  "en-cours": "running",
  terminee: "ended",
  cloturee: "closed",
  annulee: "cancelled",
};

const ENROLMENTS: Record<string, EnrolmentStatus> = {
  attente: "waiting",
  invite: "invited",
  inscrit: "enrolled",
  confirme: "confirmed",
  parti: "abandoned",
  termine: "finished",
  annule: "cancelled",
};

const VIEWS: Record<string, View> = { mois: "month", semaine: "week", liste: "list" };

/** The name that stands in the address for a value. */
const nameOf = <V extends string>(names: Record<string, V>, value: V | null): string | undefined =>
  Object.keys(names).find((name) => names[name] === value);

const among = (names: Record<string, string>) =>
  z.catch(z.optional(z.string().check(z.refine((name) => Object.hasOwn(names, name)))), undefined);

/** What is not understood is left out: a list has nothing to lose by it. */
export const listSearch = z.object({ q: words, etat: among(STATES), du: day, au: day });
export type ListSearch = z.infer<typeof listSearch>;

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

export const slotsSearch = z.object({ creneau: id });
export type SlotsSearch = z.infer<typeof slotsSearch>;

export const participantsSearch = z.object({ q: words, etat: among(ENROLMENTS) });
export type ParticipantsSearch = z.infer<typeof participantsSearch>;

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

export const calendarSearch = z.object({ vue: among(VIEWS), jour: day, organisme: id });
export type CalendarSearch = z.infer<typeof calendarSearch>;

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
