// The query cache, the only place where server state lives.
import { QueryClient } from "@tanstack/react-query";
import { asProblem } from "./problem";

const RETRIES = 2;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => {
          const problem = asProblem(error);
          return count < RETRIES && problem.temporary && problem.status !== 429;
        },
      },
      mutations: { retry: false },
    },
  });
}
