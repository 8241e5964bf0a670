// Those who recruit for the same company, with whom lists and searches are shared.
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { CompanyMember } from "@/api/types";

const MOST = 100;

/** Everybody, by name. */
export const colleaguesQuery = queryOptions({
  queryKey: ["company-members", "all"],
  queryFn: async ({ signal }): Promise<CompanyMember[]> => {
    const found: CompanyMember[] = [];
    let cursor: string | null = null;
    do {
      const query: { limit: number; cursor?: string } = {
        limit: MOST,
        ...(cursor ? { cursor } : {}),
      };
      const page = await unwrap(
        api.GET("/api/v1/me/company/members", { params: { query }, signal }),
      );
      found.push(...page.items);
      cursor = page.next_cursor ?? null;
    } while (cursor);
    return found;
  },
});
