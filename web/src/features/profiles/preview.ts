// One's own profile as the search shows it.
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const myPreviewQuery = queryOptions({
  queryKey: ["my-preview"],
  staleTime: 0,
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me/profile-preview", { signal })),
});
