// The typed client of the API: paths, bodies and answers come from the generated schema.
import createClient from "openapi-fetch";
import { ApiProblem, problemFrom } from "./problem";
import { reachability } from "./reachability";
import type { paths } from "./schema.gen";
import { session } from "./session";

const DOWN = [502, 503, 504];
/** These open or renew a session themselves: a 401 from them is an answer, not an expired token. */
const SESSION_PATHS = ["/api/v1/auth/login", "/api/v1/auth/refresh"];

async function send(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    if (DOWN.includes(response.status)) reachability.lost();
    else reachability.found();
    return response;
  } catch (error) {
    // A cancelled request says nothing about the server.
    if (request.signal.aborted) throw error;
    reachability.lost();
    throw new ApiProblem(0, {});
  }
}

function withToken(request: Request, token: string | null): Request {
  const copy = request.clone();
  if (token) copy.headers.set("authorization", `Bearer ${token}`);
  return copy;
}

async function authenticated(request: Request): Promise<Response> {
  if (SESSION_PATHS.includes(new URL(request.url).pathname)) return await send(request);
  const response = await send(withToken(request, await session.bearer()));
  if (response.status !== 401) return response;
  return (await session.refresh())
    ? await send(withToken(request, await session.bearer()))
    : response;
}

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? "http://localhost",
  fetch: authenticated,
});

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a successful answer; throws the problem otherwise. */
export async function unwrap<T>(call: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw await problemFrom(response, error);
  return data as T;
}
