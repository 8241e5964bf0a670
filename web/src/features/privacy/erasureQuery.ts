import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

/** Where the erasure of the account stands: every page of the account says when it is planned. */
export const erasureQuery = queryOptions({
  queryKey: ["erasure"],
  staleTime: 60_000,
  refetchOnWindowFocus: true,
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me/erasure", { signal })),
});
