// A profile on its own. Each time it is asked for is an opening, which counts among those of the day and which its owner reads: it is
// asked for when its page is shown, and never again by itself.
import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "@/api/client";

/** Whoever comes back within this time reads what they read before. */
const KEPT_MS = 5 * 60_000;

const openedProfileQuery = (id: string) =>
  queryOptions({
    // Apart from the search, whose every page is asked for again once somebody is put on a list or left out.
    queryKey: ["opened-profile", id],
    // Once there is an answer, or a refusal, neither the window nor the connection nor what changes elsewhere asks for another.
    enabled: ({ state }) => state.status === "pending",
    gcTime: KEPT_MS,
    retry: false,
    // Without a connection it fails at once, rather than being opened whenever the connection is back.
    networkMode: "always",
    // Whoever leaves the page early has opened it all the same: the answer is kept, so no signal cancels it.
    queryFn: () =>
      unwrap(api.GET("/api/v1/profiles/{profile_id}", { params: { path: { profile_id: id } } })),
  });

function forgetOld(cache: QueryClient, id: string): void {
  const { queryKey } = openedProfileQuery(id);
  const state = cache.getQueryState(queryKey);
  if (state?.fetchStatus !== "idle") return;
  if (Date.now() - Math.max(state.dataUpdatedAt, state.errorUpdatedAt) < KEPT_MS) return;
  cache.removeQueries({ queryKey, type: "inactive" });
}

/** Opens a profile, unless whoever comes back has just read it. `refetch` opens it again. */
export function useOpenedProfile(id: string) {
  const cache = useQueryClient();
  useState(() => forgetOld(cache, id));
  return useQuery(openedProfileQuery(id));
}
