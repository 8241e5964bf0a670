// Sending a form: client faults and server faults land on the same fields, and the first one is focused.
import type { __InputWrapperProps } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { type FormEvent, useState } from "react";
import { type ApiProblem, asProblem, splitByField } from "@/api/problem";

/** Helps stand under their fields, so that the fields of a row stand in line. */
export const HELP_BELOW: NonNullable<__InputWrapperProps["inputWrapperOrder"]> = [
  "label",
  "input",
  "description",
  "error",
];

export interface Submission {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  pending: boolean;
  /** The problem to show above the form; null when every message landed on a field. */
  problem: ApiProblem | null;
  /** Messages of the problem that belong to no field of this form. */
  messages: string[];
}

interface Options {
  /** The field that a problem speaks of as a whole, by the problem's code. */
  fieldOfCode?: Record<string, string>;
  /** Sees a problem first; true when there is nothing left to say about it. */
  onProblem?: (problem: ApiProblem) => boolean;
}

export function useSubmission<V extends Record<string, unknown>>(
  form: UseFormReturnType<V>,
  send: (values: V) => Promise<unknown>,
  { fieldOfCode = {}, onProblem }: Options = {},
): Submission {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [messages, setMessages] = useState<string[]>([]);

  const focusFirst = (errors: Record<string, unknown>) => {
    const first = Object.keys(form.getValues()).find((field) => errors[field]);
    if (first) form.getInputNode(first)?.focus();
  };

  const refuse = (error: unknown) => {
    const refusal = asProblem(error);
    if (onProblem?.(refusal)) return;
    const { byField, rest } = splitByField(refusal, Object.keys(form.getValues()));
    const named = fieldOfCode[refusal.code];
    if (named) byField[named] ??= refusal.message;
    form.setErrors(byField);
    const placed = Object.keys(byField).length > 0;
    setMessages(rest);
    setProblem(placed && rest.length === 0 ? null : refusal);
    // The fields are still disabled while the request is pending: focus once they are back.
    if (placed) setTimeout(() => focusFirst(byField));
  };

  const onSubmit = form.onSubmit(async (values) => {
    setPending(true);
    setProblem(null);
    try {
      await send(values);
    } catch (error) {
      refuse(error);
    } finally {
      setPending(false);
    }
  }, focusFirst);

  return { onSubmit, pending, problem, messages };
}
