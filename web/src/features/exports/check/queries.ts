// What whoever holds an export may ask: does it still hold, and is the file as it was issued. And what a link shows.
import { api, unwrap } from "@/api/client";
import { downloaded } from "@/api/download";
import type { Body } from "@/api/types";

export const checkNumber = (number: string, code: string) =>
  unwrap(api.POST("/api/v1/passport-checks", { body: { number, code } }));

export const checkFile = (file: File) =>
  unwrap(
    api.POST("/api/v1/passport-checks/file", {
      // The body is the file itself, which the schema can only call bytes.
      body: file as unknown as number[],
      bodySerializer: (sent: unknown) => sent as BodyInit,
      headers: { "content-type": "application/octet-stream" },
    }),
  );

/** A link, by its secret; with its password where one is asked for. */
export type Key = Body<"view_passport_share">;

export const viewShare = (body: Key) => unwrap(api.POST("/api/v1/passport-shares/view", { body }));

export const sharedProof = (key: Key, proof: string) =>
  downloaded(
    api.POST("/api/v1/passport-shares/proof", {
      body: { ...key, proof_id: proof },
      parseAs: "blob",
    }),
    "piece",
  );
