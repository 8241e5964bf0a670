// Where the server found what stands in the way: each message at the place it points at.
import { useState } from "react";
import { type ApiProblem, asProblem, STALE } from "@/api/problem";

export interface Faults {
  /** What is wrong at this place; null when nothing is. */
  at: (pointer: string) => string | null;
  /** Whether something is wrong at this place or below it. */
  within: (pointer: string) => boolean;
  /** What went wrong as a whole. */
  problem: ApiProblem | null;
  /** What is told above the form: everything that no field shows. */
  messages: (isShown: (pointer: string) => boolean) => string[];
}

export function useFaults<T>() {
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [theirs, setTheirs] = useState<T | null>(null);
  const errors = problem?.errors ?? [];
  const faults: Faults = {
    at: (pointer) => errors.find((error) => error.pointer === pointer)?.message ?? null,
    within: (pointer) =>
      errors.some((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`)),
    problem,
    messages: (isShown) =>
      errors.filter((error) => !isShown(error.pointer)).map(({ message }) => message),
  };
  return {
    faults,
    /** What somebody else saved meanwhile. */
    theirs,
    clear: () => {
      setProblem(null);
      setTheirs(null);
    },
    refuse: (error: unknown) => {
      const refusal = asProblem(error);
      if (refusal.code === STALE && refusal.current) setTheirs(refusal.current as T);
      else setProblem(refusal);
    },
  };
}
