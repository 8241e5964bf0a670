// One's own profile as the search shows it: to any verified company, or to one of them.
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const myPreviewQuery = (siren: string | null) =>
  queryOptions({
    queryKey: ["my-preview", siren],
    staleTime: 0,
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/me/profile-preview", {
          params: { query: siren ? { siren } : {} },
          signal,
        }),
      ),
  });
