// The slots of a session.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { GenerationBody, Slot, SlotBody, SlotDetails, SubjectBody } from "@/api/types";
import { ifMatch } from "@/api/version";
import { sessionKey, useSessionRefresh } from "./queries";

const slotsKey = (organisation: string, session: string) => [
  ...sessionKey(organisation, session),
  "slots",
];

export const slotsQuery = (organisation: string, session: string) =>
  queryOptions({
    queryKey: slotsKey(organisation, session),
    queryFn: async ({ signal }) => {
      const params = { path: { id: organisation, session_id: session } };
      const page = await unwrap(
        api.GET("/api/v1/organisations/{id}/sessions/{session_id}/slots", { params, signal }),
      );
      return page.items;
    },
  });

export const slotQuery = (organisation: string, session: string, slot: string) =>
  queryOptions({
    queryKey: [...slotsKey(organisation, session), slot],
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation, session_id: session, slot_id: slot } };
      return unwrap(
        api.GET("/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}", {
          params,
          signal,
        }),
      );
    },
  });

export type Versioned = Pick<Slot, "id" | "version">;

export function useSlotChanges(organisation: string, session: string) {
  const cache = useQueryClient();
  const refresh = useSessionRefresh(organisation, session);
  const path = "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}" as const;
  const here = { id: organisation, session_id: session };
  const at = ({ id, version }: Versioned) => ({
    params: { path: { ...here, slot_id: id }, header: ifMatch(version) },
  });
  const settle = async (view: SlotDetails): Promise<SlotDetails> => {
    cache.setQueryData(slotQuery(organisation, session, view.id).queryKey, view);
    await refresh();
    return view;
  };
  return {
    create: async (body: SlotBody) =>
      settle(
        await unwrap(
          api.POST("/api/v1/organisations/{id}/sessions/{session_id}/slots", {
            params: { path: here },
            body,
          }),
        ),
      ),
    write: async (slot: Versioned, body: SlotBody) =>
      settle(await unwrap(api.PUT(path, { ...at(slot), body }))),
    cancel: async (slot: Versioned, reason: string) =>
      settle(await unwrap(api.POST(`${path}/cancel`, { ...at(slot), body: { reason } }))),
    rectify: async (
      slot: Versioned,
      hours: { date: string; start_time: string; end_time: string; end_date: string | null },
      reason: string,
    ) =>
      settle(await unwrap(api.POST(`${path}/rectify`, { ...at(slot), body: { hours, reason } }))),
    /** Puts right what the sealed sheet of a slot says of it. */
    say: async (slot: Versioned, subject: SubjectBody, reason: string) =>
      settle(await unwrap(api.POST(`${path}/rectify`, { ...at(slot), body: { subject, reason } }))),
    replace: async (
      slot: Versioned,
      body: { trainers: string[]; reason: string; override_reason: string | null },
    ) => settle(await unwrap(api.PUT(`${path}/trainers`, { ...at(slot), body }))),
    remove: async (slot: Versioned) => {
      await unwrap(api.DELETE(path, at(slot)));
      cache.removeQueries({ queryKey: slotQuery(organisation, session, slot.id).queryKey });
      await refresh();
    },
    /** Shows what a rule would create, or creates it. */
    generate: async (body: GenerationBody) => {
      const given = await unwrap(
        api.POST("/api/v1/organisations/{id}/sessions/{session_id}/slot-generations", {
          params: { path: here },
          body,
        }),
      );
      if (!body.dry_run) await refresh();
      return given;
    },
  };
}
