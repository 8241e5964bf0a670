// The server of this story: each of the browsers at work has one of its own, for stories change what others would see.
import { inject } from "vitest";

export interface Server {
  /** Where the app is. */
  url: string;
  /** The folder where the server writes its mails. */
  mail: string;
  /** Where what the publisher of the catalogue has can be changed. */
  publisher: string;
  /** The program, for its other commands. */
  program: string;
  /** Where it keeps its data; null of a server that was given. */
  data: string | null;
}

declare module "vitest" {
  export interface ProvidedContext {
    servers: Server[];
  }
}

export function server(): Server {
  const mine = inject("servers")[Number(process.env.VITEST_POOL_ID) - 1];
  if (!mine) throw new Error(`no server for worker ${process.env.VITEST_POOL_ID}`);
  return mine;
}
