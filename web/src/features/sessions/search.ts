// What the pages of sessions keep in the address: `q`, `etat`, `du` and `au` of the list; `vue`, `jour` and `organisme` of
// the calendar; `creneau` of the slots; `q` and `etat` of the participants.
import * as z from "zod/mini";
import type { EnrolmentStatus, SessionStatus } from "@/api/types";
import { among, day, id, words } from "@/lib/searchParts";
import type { View } from "./model/agenda";

export const STATES: Record<string, SessionStatus> = {
  brouillon: "draft",
  planifiee: "planned",
  "en-cours": "running",
  terminee: "ended",
  cloturee: "closed",
  annulee: "cancelled",
};

export const ENROLMENTS: Record<string, EnrolmentStatus> = {
  attente: "waiting",
  invite: "invited",
  inscrit: "enrolled",
  confirme: "confirmed",
  parti: "abandoned",
  termine: "finished",
  annule: "cancelled",
};

export const VIEWS: Record<string, View> = { mois: "month", semaine: "week", liste: "list" };

export const listSearch = z.object({ q: words, etat: among(STATES), du: day, au: day });
export type ListSearch = z.infer<typeof listSearch>;

export const slotsSearch = z.object({ creneau: id });
export type SlotsSearch = z.infer<typeof slotsSearch>;

export const participantsSearch = z.object({ q: words, etat: among(ENROLMENTS) });
export type ParticipantsSearch = z.infer<typeof participantsSearch>;

export const calendarSearch = z.object({ vue: among(VIEWS), jour: day, organisme: id });
export type CalendarSearch = z.infer<typeof calendarSearch>;
