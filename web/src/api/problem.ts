// Problems of the API (RFC 9457) as one error type, and where each one belongs in a form.

export interface FieldProblem {
  pointer: string;
  code: string;
  message: string;
}

interface ProblemBody {
  title?: string;
  status?: number;
  code?: string;
  detail?: string;
  request_id?: string;
  errors?: FieldProblem[];
  current_state?: string;
  current?: unknown;
}

/** The code of a problem that never reached the server. */
export const UNREACHABLE = "unreachable";
/** The code of a change that started from an older version: somebody else was faster. */
export const STALE = "stale";
/** The code of a change that the state of the thing does not allow. */
export const ILLEGAL = "illegal_transition";

export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  readonly code: string;
  readonly detail: string | null;
  readonly requestId: string | null;
  readonly errors: readonly FieldProblem[];
  readonly currentState: string | null;
  /** What is there now, when the change started from an older version: as the operation answers it. */
  readonly current: unknown;
  /** Seconds to wait before trying again, when the server said so. */
  readonly retryAfter: number | null;

  constructor(status: number, body: ProblemBody, retryAfter: number | null = null) {
    super(body.title ?? "");
    this.status = status;
    this.code = body.code ?? (status === 0 ? UNREACHABLE : `http_${status}`);
    this.detail = body.detail ?? null;
    this.requestId = body.request_id ?? null;
    this.errors = body.errors ?? [];
    this.currentState = body.current_state ?? null;
    this.current = body.current ?? null;
    this.retryAfter = retryAfter;
  }

  /** True when trying again later may succeed without changing anything. */
  get temporary(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Reads a failed answer, whatever its body is. */
export async function problemFrom(response: Response, body?: unknown): Promise<ApiProblem> {
  const parsed = body ?? (await response.json().catch(() => null));
  const fields = typeof parsed === "object" && parsed !== null ? (parsed as ProblemBody) : {};
  const requestId = fields.request_id ?? response.headers.get("x-request-id") ?? undefined;
  return new ApiProblem(
    response.status,
    { ...fields, request_id: requestId },
    retryAfterSeconds(response.headers.get("retry-after")),
  );
}

export function retryAfterSeconds(header: string | null): number | null {
  if (header === null) return null;
  const seconds = Number.parseInt(header, 10);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

/** Turns any thrown value into a problem: what is not an answer never reached the server. */
export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem(0, {});
}

/** What the server said against single fields, where no form shows them. */
export const messagesOf = (error: unknown): string[] =>
  asProblem(error).errors.map(({ message }) => message);

/** `/criteria/0/skill` → `criteria.0.skill`, the path a form knows a field by. */
export function fieldOf(pointer: string): string {
  return pointer
    .replace(/^#?\//, "")
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");
}

/**
 * Splits a problem between the fields a form shows and the rest, so that no message is lost:
 * what points at no field of the form is returned in `rest`.
 */
export function splitByField(problem: ApiProblem, fields: readonly string[]) {
  const byField: Record<string, string> = {};
  const rest: string[] = [];
  for (const { pointer, message } of problem.errors) {
    const field = fieldOf(pointer);
    if (!fields.includes(field)) rest.push(message);
    else byField[field] ??= message;
  }
  return { byField, rest };
}
