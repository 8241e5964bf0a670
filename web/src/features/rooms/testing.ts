// A room and its messages, as the server tells them; and a stand-in for the server.
import { vi } from "vitest";
import { session } from "@/api/session";
import type { Message, Messages, Room } from "./types";

export const ROOM: Room = {
  id: "01a22cd1-0000-7000-8000-000000000001",
  kind: "general",
  name: "Salon général",
  session: {
    id: "s1",
    title: "Accueil",
    organisation_id: "o1",
    organisation_name: "Organisme",
  },
  offer: null,
  side: "member",
  writing: "everybody",
  read_only: null,
  needs_approval: false,
  may_moderate: false,
  position: 3,
  read_position: 0,
  unread: 3,
  mentions: 0,
  is_marked_unread: false,
  level: "mentions",
  is_muted: false,
  silenced_until: null,
  opened_at: "2026-11-02T08:00:00Z",
  last_message_at: "2026-11-02T09:00:00Z",
  retention: {
    deleted_at: "2032-12-11T22:59:00Z",
    read_only_from: null,
    held_until: null,
    told: "Conservé avec la session, jusqu’au 11/12/2032",
  },
  waiting: null,
  version: 1,
};

export const message = (position: number | null, more: Partial<Message> = {}): Message => ({
  id: `m${position ?? "x"}`,
  position,
  change: position ?? 1,
  state: "visible",
  author: { profile_id: "p2", name: "Nadia Belkacem", side: "staff", is_me: false },
  text: `Message ${position}`,
  is_blocked: false,
  reply_to: null,
  mentions: [],
  mentions_everybody: false,
  mentions_me: false,
  files: [],
  client_id: null,
  sent_at: "2026-11-02T08:30:00Z",
  edited_at: null,
  editable_until: null,
  version: 1,
  ...more,
});

export const mine = { profile_id: "p1", name: "Inès Diarra", side: "member", is_me: true } as const;

export const page = (items: Message[], more: Partial<Messages> = {}): Messages => ({
  items,
  before: null,
  after: null,
  first_unread: null,
  position: Math.max(0, ...items.map(({ change }) => change)),
  ...more,
});

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}

export const json = (status: number, body: unknown): Response =>
  new Response(status === 204 ? null : JSON.stringify(body), {
    status,
    headers: { "content-type": status < 400 ? "application/json" : "application/problem+json" },
  });

/** Answers in the place of the server, and notes what it was asked. */
export function serve(answer: (asked: Asked) => Response | Promise<Response>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request | string) => {
      if (typeof request === "string") return new Response(null, { status: 503 });
      const { pathname, searchParams: query } = new URL(request.url);
      const text = request.method === "GET" ? "" : await request.clone().text();
      const one = {
        method: request.method,
        path: pathname.replace(`/api/v1/rooms/${ROOM.id}`, ""),
        query,
        body: text === "" ? null : JSON.parse(text),
      };
      asked.push(one);
      return answer(one);
    }),
  );
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
  return asked;
}
