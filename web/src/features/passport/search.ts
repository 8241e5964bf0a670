// What the pages of the passport keep in the address: `vue`, `qui` and `quoi` of a session's grid; `vue` and `etat` of the
// organisation's validations; `competence`, `organisme`, `type`, `du` and `au` of a timeline; `etat` of the map.
import * as z from "zod/mini";
import type { PassportEventKind } from "@/api/types";
import { among, code, day, id } from "@/lib/searchParts";
import type { MapFilter } from "./model/standing";

const word = z.catch(z.optional(z.string().check(z.regex(/^[\w-]{1,40}$/))), undefined);

export type GridView = "table" | "person" | "skill";
export const GRID_VIEWS: Record<string, GridView> = {
  tableau: "table",
  personne: "person",
  competence: "skill",
};

export const gridSearch = z.object({ vue: among(GRID_VIEWS), qui: id, quoi: word });
export type GridSearch = z.infer<typeof gridSearch>;

export type DeskView = "written" | "waiting" | "replies" | "settings";
export const DESK_VIEWS: Record<string, DeskView> = {
  ecrites: "written",
  confirmer: "waiting",
  reponses: "replies",
  reglages: "settings",
};

export type ReplyState = "open" | "overdue" | "answered";
export const REPLY_STATES: Record<string, ReplyState> = {
  attente: "open",
  retard: "overdue",
  repondues: "answered",
};

export const deskSearch = z.object({
  vue: among(DESK_VIEWS),
  etat: among(REPLY_STATES),
  session: id,
});
export type DeskSearch = z.infer<typeof deskSearch>;

export const KINDS: Record<string, PassportEventKind> = {
  declaree: "declared",
  validee: "validated",
  attestee: "attested",
  "non-acquise": "not_acquired",
  revoquee: "revoked",
  remplacee: "superseded",
  expiree: "expired",
  reponse: "replied",
  retour: "answered",
};

export const timelineSearch = z.object({
  competence: code,
  organisme: id,
  type: among(KINDS),
  du: day,
  au: day,
});
export type TimelineSearch = z.infer<typeof timelineSearch>;

/** Which events of a passport. */
export interface TimelineFilter {
  skill?: string;
  organisation_id?: string;
  kind?: PassportEventKind;
  from?: string;
  to?: string;
}

export const filterOf = (search: TimelineSearch): TimelineFilter => {
  const { competence, organisme, type, du, au } = search;
  const kind = type === undefined ? undefined : KINDS[type];
  return {
    ...(competence ? { skill: competence } : {}),
    ...(organisme ? { organisation_id: organisme } : {}),
    ...(kind ? { kind } : {}),
    ...(du ? { from: du } : {}),
    ...(au ? { to: au } : {}),
  };
};

export const MAP_FILTERS: Record<string, MapFilter> = {
  toutes: "all",
  validees: "validated",
  attestees: "attested",
  declarees: "declared",
};

export const mapSearch = z.object({ etat: among(MAP_FILTERS) });
export type MapSearch = z.infer<typeof mapSearch>;

/** The name in the address of what is shown. */
export const nameOf = <V>(names: Record<string, V>, value: V): string | undefined =>
  Object.keys(names).find((name) => names[name] === value);
