import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { sessionStore } from "@/lib/sessionStore";
import { axeViolations, renderInApp } from "@/test/render";
import { RoomMessages } from "./RoomMessages";
import { type Asked, json, message, mine, page, ROOM, serve } from "./testing";
import type { Message, Room } from "./types";

let watched: { see: (position: number) => void };

/** Says what is on the screen. */
class Screen {
  constructor(call: IntersectionObserverCallback) {
    this.#call = call;
  }
  #call: IntersectionObserverCallback;
  #elements: Element[] = [];
  observe(element: Element) {
    this.#elements.push(element);
    watched = {
      see: (position) => {
        const target = this.#elements.find(
          (one) => one.getAttribute("data-end") === String(position),
        );
        const entry = { isIntersecting: true, target } as unknown as IntersectionObserverEntry;
        if (target) this.#call([entry], this as unknown as IntersectionObserver);
      },
    };
  }
  unobserve() {}
  disconnect() {}
}

let first: ReturnType<typeof page>;
let waiting: Message[];
let changed: Message[];
let sent: (asked: Asked) => Response;
let asked: Asked[];

const members = [
  { profile_id: "p2", name: "Nadia Belkacem", side: "staff", is_me: false, is_expelled: false },
  { profile_id: "p1", name: "Inès Diarra", side: "member", is_me: true, is_expelled: false },
];

function answer(one: Asked): Response {
  if (one.path === "/members") return json(200, { items: members });
  if (one.path === "/waiting-messages") return json(200, { items: waiting });
  if (one.path === "/changes") {
    const after = Number(one.query.get("after"));
    const items = changed.filter(({ change }) => change > after);
    return json(200, {
      items,
      after: Math.max(after, ...items.map(({ change }) => change)),
      has_more: false,
    });
  }
  if (one.path === "/read-position") return json(204, null);
  if (one.path === "/messages" && one.method === "POST") return sent(one);
  if (one.path === "/messages") return json(200, first);
  return json(404, { code: "not_found", title: "Introuvable", status: 404 });
}

const reads = () =>
  asked.filter(({ path }) => path === "/read-position").map(({ body }) => body as object);

beforeEach(() => {
  sessionStore.clear();
  vi.stubGlobal("IntersectionObserver", Screen);
  // As browsers of today answer.
  Element.prototype.scrollIntoView = () => Promise.resolve();
  first = page([message(1), message(2), message(3)], { first_unread: 2 });
  waiting = [];
  changed = [];
  sent = (one) => {
    const draft = one.body as { client_id: string; text: string };
    changed = [
      message(4, { change: 4, author: mine, client_id: draft.client_id, text: draft.text }),
    ];
    return json(201, changed[0]);
  };
  asked = serve(answer);
});

const drawn = async (room: Partial<Room> = {}) => {
  const shown = renderInApp(
    <RoomMessages room={{ ...ROOM, ...room }} entry="first_unread" onEntry={() => undefined} />,
  );
  await screen.findAllByRole("article");
  return shown;
};
const area = () => screen.getByRole("textbox", { name: "Votre message" });

describe("a room", () => {
  it("shows what was said from the first message that was not read", async () => {
    const { container } = await drawn();
    const list = screen.getByRole("list", { name: "Messages" });
    expect(within(list).getAllByRole("article")).toHaveLength(3);
    expect(screen.getByText("À partir d’ici, non lus")).toBeInTheDocument();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("is read as far as it was on the screen, and no further", async () => {
    await drawn();
    act(() => {
      watched.see(1);
      watched.see(3);
    });
    await waitFor(() => expect(reads()).toEqual([{ position: 1, is_marked_unread: false }]), {
      timeout: 3_000,
    });
    act(() => watched.see(2));
    await waitFor(() => expect(reads()).toHaveLength(2), { timeout: 3_000 });
    expect(reads()[1]).toMatchObject({ position: 3 });
  });

  it("shows what one writes at once, and once", async () => {
    await drawn();
    fireEvent.change(area(), { target: { value: "Bonjour 👋\nà tous" } });
    fireEvent.keyDown(area(), { key: "Enter", shiftKey: true });
    expect(area()).toHaveValue("Bonjour 👋\nà tous");
    fireEvent.keyDown(area(), { key: "Enter" });
    expect(area()).toHaveValue("");
    await waitFor(() =>
      expect(
        screen.queryByRole("list", { name: "Messages en cours d’envoi" }),
      ).not.toBeInTheDocument(),
    );
    expect(screen.getAllByText(/Bonjour 👋/)).toHaveLength(1);
  });

  it("keeps what was refused in sight, with why", async () => {
    sent = () => json(403, { code: "staff_writes", title: "L’équipe écrit ici.", status: 403 });
    const { container } = await drawn();
    fireEvent.change(area(), { target: { value: "Bonjour" } });
    fireEvent.keyDown(area(), { key: "Enter" });
    const leaving = await screen.findByRole("list", { name: "Messages en cours d’envoi" });
    expect(await within(leaving).findByText("L’équipe écrit ici.")).toBeInTheDocument();
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(within(leaving).getByRole("button", { name: "Abandonner" }));
    expect(leaving).not.toBeInTheDocument();
  });

  it("shows one's own messages that wait, and says of one that was not published", async () => {
    waiting = [message(null, { id: "w", state: "waiting", author: mine, text: "Ma question" })];
    await drawn({ writing: "approval", needs_approval: true });
    const own = await screen.findByRole("list", {
      name: "Vos messages en attente de validation",
    });
    expect(within(own).getByText("Ma question")).toBeInTheDocument();
    waiting = [];
    // Somebody decided: the server says that something changed.
    fireEvent.change(area(), { target: { value: "Encore" } });
    fireEvent.keyDown(area(), { key: "Enter" });
    expect(await screen.findByText("Ce message n’a pas été publié.")).toBeInTheDocument();
    expect(screen.getByText("Ma question")).toBeInTheDocument();
  });

  it("names people by the keyboard", async () => {
    const { container } = await drawn();
    const field = area() as HTMLTextAreaElement;
    await userEvent.type(field, "Merci @na");
    const people = await screen.findByRole("listbox", { name: "Personnes à nommer" });
    expect(within(people).getAllByRole("option")).toHaveLength(1);
    expect(field).toHaveAttribute("aria-activedescendant");
    expect(field).toHaveAccessibleDescription(/Entrée pour envoyer/);
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.keyboard("{Enter}");
    expect(field).toHaveValue("Merci @Nadia Belkacem ");
    await userEvent.keyboard("{Enter}");
    await waitFor(() =>
      expect(
        asked.find(({ method, path }) => method === "POST" && path === "/messages")?.body,
      ).toMatchObject({
        text: "Merci @Nadia Belkacem",
        mentions: ["p2"],
        mentions_everybody: false,
      }),
    );
  });

  it("says what is too long and keeps it", async () => {
    await drawn();
    fireEvent.change(area(), { target: { value: "é".repeat(4_001) } });
    fireEvent.click(screen.getByRole("button", { name: "Envoyer" }));
    expect(screen.getByRole("alert")).toHaveTextContent("4 000 caractères au plus");
    expect(area()).toHaveValue("é".repeat(4_001));
  });

  it("tries failed earlier pages again", async () => {
    first = page([message(8)], { before: 8 });
    let fails = true;
    asked = serve((one) => {
      if (one.query.get("before") === null) return answer(one);
      if (fails) return json(409, { code: "x", title: "Non", status: 409 });
      return json(200, page([message(7)], { position: 8 }));
    });
    await drawn();
    await userEvent.click(screen.getByRole("button", { name: "Messages précédents" }));
    expect(
      await screen.findByText("Les messages précédents n’ont pas pu être chargés."),
    ).toBeInTheDocument();
    fails = false;
    await userEvent.click(screen.getByRole("button", { name: "Réessayer" }));
    expect(await screen.findByText("Message 7")).toBeInTheDocument();
  });

  it("edits for ten minutes, and says how long", async () => {
    const until = new Date(Date.now() + 5 * 60_000).toISOString();
    first = page([message(1, { author: mine, editable_until: until })]);
    const { container } = await drawn();
    await userEvent.click(
      screen.getByRole("button", { name: /^Modifier le message de .* 5 minutes$/ }),
    );
    expect(screen.getByRole("timer")).toHaveTextContent(/^Encore [54] min \d\d s/);
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Annuler" }));
    expect(screen.queryByRole("timer")).not.toBeInTheDocument();
  });
});
