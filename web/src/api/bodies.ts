// The bodies of the operations, read from the generated schema by operation id.
import type { operations } from "./schema.gen";

type JsonOf<R> = R extends { content: { "application/json": infer Body } } ? Body : never;
type Success = 200 | 201 | 202;

/** The JSON an operation answers with when it succeeds. */
export type Answer<O extends keyof operations> = operations[O] extends { responses: infer R }
  ? JsonOf<R[keyof R & Success]>
  : never;

/** The JSON an operation is sent. */
export type Body<O extends keyof operations> = operations[O] extends { requestBody: infer R }
  ? JsonOf<R>
  : never;

/** What a list holds. */
export type Item<L> = L extends { items: (infer I)[] } ? I : L extends (infer I)[] ? I : never;
