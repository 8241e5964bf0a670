// The recruiter's company: its verification step by step, and the platform's review of it.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { Company, CompanyStatus } from "@/api/types";

/** A company that waits for something outside looks again by itself. */
const WAITING: CompanyStatus[] = ["pending_register", "awaiting_review"];
const WAITING_POLL_MS = 20_000;

/** The company of this account; null when it has none. */
export const myCompanyQuery = queryOptions({
  queryKey: ["company"],
  queryFn: async ({ signal }): Promise<Company | null> =>
    (await unwrap(api.GET("/api/v1/me/company", { signal }))).company ?? null,
  refetchInterval: ({ state }) =>
    state.data && WAITING.includes(state.data.status) ? WAITING_POLL_MS : false,
});

/** Every step of the verification; each one leaves the page and the menu up to date. */
export function useCompanySteps() {
  const cache = useQueryClient();
  const keep = (company: Company | null) => {
    cache.setQueryData(myCompanyQuery.queryKey, company);
    void cache.invalidateQueries({ queryKey: ["profiles"] });
  };
  const ask = (siret: string) => unwrap(api.POST("/api/v1/companies", { body: { siret } }));
  const giveUp = () => unwrap(api.DELETE("/api/v1/me/company"));
  return {
    create: async (siret: string) => keep(await ask(siret)),
    sendCode: (email: string) =>
      unwrap(api.POST("/api/v1/me/company/email-proof", { body: { email } })),
    confirmCode: async (code: string) =>
      keep(await unwrap(api.POST("/api/v1/me/company/email-proof/confirm", { body: { code } }))),
    requestReview: async (message: string) =>
      keep(await unwrap(api.POST("/api/v1/me/company/review-request", { body: { message } }))),
    leave: async () => {
      try {
        await giveUp();
      } catch (error) {
        // Suspended meanwhile: the page says so once it is asked for anew.
        void cache.invalidateQueries({ queryKey: myCompanyQuery.queryKey });
        throw error;
      }
      keep(null);
    },
    /** A refusal is final: a new request for the same company takes its place. */
    askAnew: async (siret: string) => {
      await giveUp();
      // Without an answer, the form that asks for the SIRET is what is left.
      keep(await ask(siret).catch(() => null));
    },
  };
}

export type CompanySteps = ReturnType<typeof useCompanySteps>;
