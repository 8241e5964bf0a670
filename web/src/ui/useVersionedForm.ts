// Writing something while others may write it too.
import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import { type ApiProblem, STALE } from "@/api/problem";
import { type Submission, useSubmission } from "./form";

interface Options<T, V> {
  form: UseFormReturnType<V>;
  /** The one that is written anew; a new one otherwise. */
  current: T | undefined;
  valuesOf: (one: T) => V;
  /** Sends it; `version` is the one that was read. */
  send: (values: V, version: number) => Promise<T>;
  onDone: (written: T) => void;
  fieldOfCode?: Record<string, string>;
  /** Sees any other problem first; true when there is nothing left to say about it. */
  onProblem?: (problem: ApiProblem) => boolean;
}

export interface VersionedSubmission<T> extends Submission {
  /** What somebody else saved meanwhile, until it is known which of the two is kept. */
  theirs: T | null;
  keepMine: () => void;
  takeTheirs: () => void;
}

export function useVersionedForm<T extends { version: number }, V extends Record<string, unknown>>({
  form,
  current,
  valuesOf,
  send,
  onDone,
  fieldOfCode = {},
  onProblem,
}: Options<T, V>): VersionedSubmission<T> {
  const [version, setVersion] = useState(current?.version ?? 0);
  const [theirs, setTheirs] = useState<T | null>(null);
  const submission = useSubmission(form, async (values) => onDone(await send(values, version)), {
    fieldOfCode,
    onProblem: (problem) => {
      if (problem.code !== STALE || !problem.current) return onProblem?.(problem) ?? false;
      setTheirs(problem.current as T);
      return true;
    },
  });
  const keepMine = () => {
    setVersion(theirs?.version ?? version);
    setTheirs(null);
  };
  const takeTheirs = () => {
    if (theirs) form.setValues(valuesOf(theirs));
    keepMine();
  };
  return { ...submission, theirs, keepMine, takeTheirs };
}
