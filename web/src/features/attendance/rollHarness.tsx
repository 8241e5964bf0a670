// The roll of a morning as tests draw it, with a server that answers as they say.

import { useQuery } from "@tanstack/react-query";
import { screen, within } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { session } from "@/api/session";
import type { AttendanceSheet, RollCallResult } from "@/api/types";
import { RULES } from "@/test/upload";
import { row } from "./model/sample";
import { forgetOutboxes } from "./outboxStore";
import { sheetQuery } from "./queries";
import { RollCallPane } from "./RollCallPane";
import { useRollCall } from "./useRollCall";

export const PLACE = { organisation: "o1", session: "t1", slot: "s1" };
const ADA = { id: "ada", name: "Ada Lovelace" };
const NOW = Date.parse("2026-03-04T09:00:00Z");
export const THREE = [row("1"), row("2"), row("3")];

export interface Sent {
  method: string;
  rows: {
    enrolment_id: string;
    part: "am" | "pm";
    status: string;
    minutes_late: number | null;
    seen_number: number;
    client_key: string;
    proof_file_id?: string;
  }[];
}

export const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status });

export const allSaved = ({ rows }: Sent): Partial<RollCallResult> => ({
  saved: rows.map(({ enrolment_id, part, seen_number: seen }) => ({
    enrolment_id,
    part,
    number: seen + 1,
  })),
});

/** The server: what it was sent, what it answers, and who it takes the device for. */
export const server = {
  sent: [] as Sent[],
  answer: allSaved as (call: Sent) => Partial<RollCallResult> | Response,
  me: "ada",
};

/** Puts the server up before each test, and forgets what waited after it. */
export function serve(): void {
  beforeEach(() => {
    Object.assign(server, { sent: [], answer: allSaved, me: "ada" });
    vi.stubGlobal(
      "fetch",
      vi.fn(async (request: Request) => {
        if (request.url.endsWith("/api/v1/me")) return json(200, { id: server.me });
        if (request.url.endsWith("/api/v1/file-rules")) return json(200, RULES);
        const call = (await request.json()) as Sent;
        server.sent.push(call);
        const given = server.answer(call);
        if (given instanceof Response) return given;
        return json(200, { version: 9, saved: [], conflicts: [], refused: [], ...given });
      }),
    );
    session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    localStorage.clear();
    forgetOutboxes();
  });
}

export function Page({ sheet, now = NOW }: { sheet: AttendanceSheet; now?: number }) {
  const { data } = useQuery({ ...sheetQuery(PLACE), initialData: sheet, enabled: false });
  const roll = useRollCall(PLACE, data, ADA);
  const [half] = data.half_days;
  if (!half) return null;
  return <RollCallPane place={PLACE} sheet={data} half={half} roll={roll} now={now} />;
}

const statuses = (id: string) => screen.getByRole("group", { name: `Prénom${id} Nom${id}` });
export const button = (id: string, name: string) =>
  within(statuses(id)).getByRole("button", { name });
