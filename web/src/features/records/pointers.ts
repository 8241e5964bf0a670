// Faults that the server names inside an object, put where a flat form shows them.
import { ApiProblem } from "@/api/problem";

/** The same problem with each pointer that has another name here under that name. */
export function renamed(error: unknown, names: Record<string, string>): unknown {
  if (!(error instanceof ApiProblem)) return error;
  const body = {
    title: error.message,
    code: error.code,
    errors: error.errors.map((one) => ({ ...one, pointer: names[one.pointer] ?? one.pointer })),
    current: error.current,
    ...(error.detail === null ? {} : { detail: error.detail }),
    ...(error.requestId === null ? {} : { request_id: error.requestId }),
    ...(error.currentState === null ? {} : { current_state: error.currentState }),
  };
  return new ApiProblem(error.status, body, error.retryAfter);
}

/** Waits for an answer; its faults come under the names that the form knows. */
export async function under<T>(names: Record<string, string>, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw renamed(error, names);
  }
}
