// Files: sent by themselves, with their progress, before the request that names them.
import { api, unwrap } from "./client";
import { ApiProblem, problemFrom } from "./problem";
import { reachability } from "./reachability";
import { session } from "./session";
import type { FileCard, FileRules } from "./types";

export type Purpose = FileRules["purposes"][number]["purpose"];
export type KindRule = FileRules["purposes"][number]["kinds"][number];

/** Where one sends files in one's own name. */
export const MY_FILES = "/api/v1/me/files";
/** Where one sends files in the name of an organisation. */
export const organisationFiles = (id: string): string => `/api/v1/organisations/${id}/files`;

interface Options {
  /** Hears how many of the bytes have left, from 0 to 1. */
  onProgress?: (share: number) => void;
  /** Aborting it cancels: what was sent is forgotten, and the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
}

/** Sends a file, and answers its card; throws the problem otherwise. */
export async function uploadFile(path: string, file: File, options: Options = {}) {
  const first = await send(path, file, await session.bearer(), options);
  const expired = first.status === 401 && (await session.refresh());
  const response = expired ? await send(path, file, await session.bearer(), options) : first;
  if (!response.ok) throw await problemFrom(response);
  return (await response.json()) as FileCard;
}

/** `fetch` tells nothing of what has left, so this is the older way. */
function send(
  path: string,
  file: File,
  token: string | null,
  { onProgress, signal }: Options,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const request = new XMLHttpRequest();
    const cancel = () => request.abort();
    signal?.addEventListener("abort", cancel, { once: true });
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) onProgress?.(loaded / total);
    };
    request.onload = () => {
      reachability.found();
      resolve(answerOf(request));
    };
    request.onerror = () => {
      reachability.lost();
      reject(new ApiProblem(0, {}));
    };
    request.onabort = () => reject(signal?.reason ?? new ApiProblem(0, {}));
    request.onloadend = () => signal?.removeEventListener("abort", cancel);
    request.open("POST", path);
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.setRequestHeader(
      "file-name",
      encodeURIComponent(file.name.replace(/\p{Surrogate}/gu, "\ufffd")),
    );
    if (token) request.setRequestHeader("authorization", `Bearer ${token}`);
    request.send(file);
  });
}

function answerOf(request: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const name of ["content-type", "retry-after", "x-request-id"]) {
    const value = request.getResponseHeader(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(request.responseText, { status: request.status, headers });
}

/** Takes back a file that nothing uses. One that is gone already is taken back. */
export async function discardFile(id: string): Promise<void> {
  const call = api.DELETE("/api/v1/me/files/{file_id}", { params: { path: { file_id: id } } });
  await unwrap(call).catch((error: unknown) => {
    if (!(error instanceof ApiProblem && error.status === 404)) throw error;
  });
}

/** Where a file one sent stands, e.g. what the antivirus says of it. */
export const getMyFile = (id: string): Promise<FileCard> =>
  unwrap(api.GET("/api/v1/me/files/{file_id}", { params: { path: { file_id: id } } }));

/** Which files are taken, for which purpose, and how large they may be. */
export const getFileRules = (): Promise<FileRules> => unwrap(api.GET("/api/v1/file-rules"));
