// Whose a bank of questions and its quizzes are. What organisations and companies do with them is the same, behind other addresses.
import { MY_FILES, organisationFiles } from "@/api/files";
import type { paths } from "@/api/schema.gen";

export interface Owner {
  /** The organisation; null: the company of whoever recruits. */
  organisation: string | null;
}

export const COMPANY: Owner = { organisation: null };

/** The operation of companies that does the same; none of those that companies do not have. */
type OfCompany<P> = P extends `/api/v1/organisations/{id}/sessions/{session_id}/${infer Rest}`
  ? `/api/v1/company/${Rest}`
  : P extends `/api/v1/organisations/{id}/${infer Rest}`
    ? `/api/v1/company/${Rest}`
    : never;

/** The operations that organisations and companies share. */
export type Shared = {
  [P in keyof paths]: OfCompany<P> extends keyof paths ? P : never;
}[keyof paths];

const OF_ORGANISATION = /^\/api\/v1\/organisations\/\{id\}(\/sessions\/\{session_id\})?/;

/** Where the owner does what an organisation does there. The bodies are the same, and so is the type. */
export const addressOf = <P extends Shared>({ organisation }: Owner, path: P): P =>
  organisation === null ? (path.replace(OF_ORGANISATION, "/api/v1/company") as P) : path;

/** What an address says of its owner; a company's says nothing. */
export const idOf = ({ organisation }: Owner): { id: string } => ({ id: organisation ?? "" });

/** What everything begins with that is kept of the owner. */
export const keyOf = ({ organisation }: Owner): string[] =>
  organisation === null ? ["company-quizzes"] : ["organisation", organisation];

/** Where files are sent that the owner's questions show. Recruiters send theirs in their own name. */
export const filesOf = ({ organisation }: Owner): string =>
  organisation === null ? MY_FILES : organisationFiles(organisation);
