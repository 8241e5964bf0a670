import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { offer, recipient } from "@/test/offer";
import { axeViolations, renderInApp } from "@/test/render";
import type { OfferRecipientDetail } from "../shared/types";
import { Board } from "./Board";

const asked = vi.hoisted(() => ({
  people: vi.fn(),
  detail: vi.fn(),
  room: vi.fn(),
  changes: {
    remind: vi.fn(),
    withdraw: vi.fn(),
    withdrawAll: vi.fn(),
    close: vi.fn(),
  },
}));
vi.mock("./queries", () => ({
  recipientsQuery: (id: string, state: string | null) => ({
    queryKey: ["people", id, state],
    queryFn: () => asked.people(state),
  }),
  recipientQuery: (id: string, one: string) => ({
    queryKey: ["detail", id, one],
    queryFn: () => asked.detail(one),
  }),
  previewQuery: () => ({ queryKey: ["preview"], queryFn: () => new Promise(() => undefined) }),
  useOfferChanges: () => asked.changes,
  offerExport: vi.fn(),
  sharedFile: vi.fn(),
}));
vi.mock("../shared/room", () => ({
  roomOfOfferQuery: (one: string) => ({ queryKey: ["room", one], queryFn: () => asked.room(one) }),
}));
vi.mock("@tanstack/react-router", () => {
  const anchor = ({ to, children, ...rest }: { to: string; children: ReactNode }) => (
    <a href={to} aria-label={"aria-label" in rest ? String(rest["aria-label"]) : undefined}>
      {children}
    </a>
  );
  return { Link: anchor, createLink: () => anchor };
});

const SENT = offer({
  status: "sent",
  counts: { delivered: 1, seen: 1, accepted: 1 },
  sent_at: "2026-03-03T08:00:00Z",
  ends_at: "2026-04-03T22:00:00Z",
});
const PEOPLE = [
  recipient({ remind_from: "2020-01-01T08:00:00Z" }),
  recipient({
    id: "12",
    first_name: "Jo",
    last_name: "Petit",
    state: "seen",
    remind_from: "2999-01-01T08:00:00Z",
  }),
  recipient({ id: "13", first_name: "Ali", last_name: "Ba", state: "accepted" }),
  recipient({
    id: "14",
    profile_id: null,
    first_name: null,
    last_name: null,
    state: "refused",
    is_anonymous: true,
  }),
];
const DETAIL: OfferRecipientDetail = {
  ...recipient({ id: "13", state: "accepted" }),
  shared: [
    {
      share: "s1",
      kind: "phone",
      state: "shared",
      since: "2026-03-05T08:00:00Z",
      until: null,
      value: "+33612345678",
      file: null,
    },
    {
      share: "s2",
      kind: "cv",
      state: "withdrawn",
      since: "2026-03-06T08:00:00Z",
      until: null,
      value: null,
      file: null,
    },
  ],
  history: [{ state: "accepted", actor: "person", reason: null, at: "2026-03-05T08:00:00Z" }],
};

const onState = vi.fn();

function draw(sent = SENT) {
  return renderInApp(
    <>
      <h1>Offre</h1>
      <Board
        offer={sent}
        state={null}
        onState={onState}
        passport={() => null}
        personLink={(profile, name) => <a href={`/profils/${profile}`}>{name}</a>}
      />
    </>,
  );
}

const rowOf = async (name: string) => within(await screen.findByRole("article", { name }));

beforeEach(() => {
  asked.people.mockReset().mockResolvedValue(PEOPLE);
  asked.detail.mockReset().mockResolvedValue(DETAIL);
  asked.room.mockReset().mockResolvedValue("r1");
  for (const change of Object.values(asked.changes)) change.mockReset().mockResolvedValue({});
  onState.mockReset();
});

describe("the board of an offer", () => {
  it("offers for each person what their state allows", async () => {
    const { container } = draw();
    const waiting = await rowOf("Léa Martin");
    expect(waiting.getByRole("button", { name: "Relancer Léa Martin" })).toBeVisible();
    expect(waiting.queryByRole("button", { name: /Clore/ })).toBeNull();
    const early = await rowOf("Jo Petit");
    expect(early.queryByRole("button", { name: /Relancer/ })).toBeNull();
    expect(early.getByText(/^Relance possible dès le 1er janvier 2999$/)).toBeVisible();
    const yes = await rowOf("Ali Ba");
    expect(yes.queryByRole("button", { name: /Retirer/ })).toBeNull();
    expect(yes.getByRole("button", { name: "Clore l’échange avec Ali Ba" })).toBeVisible();
    expect(
      await yes.findByRole("link", { name: "Ouvrir le salon privé avec Ali Ba" }),
    ).toBeVisible();
    const gone = await rowOf("Personne qui n’est plus connue");
    expect(gone.queryByRole("button")).toBeNull();
    expect(gone.queryByRole("link")).toBeNull();
    expect(yes.getByRole("link", { name: "Ali Ba" })).toHaveAttribute(
      "href",
      `/profils/${recipient().profile_id}`,
    );
    expect(await axeViolations(container)).toEqual([]);
  });

  it("asks what is shared only of whom one looks at, and says what was taken back", async () => {
    draw();
    const yes = await rowOf("Ali Ba");
    expect(asked.detail).not.toHaveBeenCalled();
    await userEvent.click(yes.getByRole("button", { name: "Informations partagées" }));
    expect(await yes.findByRole("link", { name: /^06.12.34.56.78$/ })).toHaveAttribute(
      "href",
      "tel:+33612345678",
    );
    expect(yes.getByText("Information retirée le 6 mars 2026")).toBeVisible();
    expect(asked.detail).toHaveBeenCalledExactlyOnceWith("13");
  });

  it("takes the offer back with a reason, from one or from all who wait", async () => {
    draw();
    const waiting = await rowOf("Léa Martin");
    await userEvent.click(waiting.getByRole("button", { name: "Retirer l’offre à Léa Martin" }));
    const dialog = within(await screen.findByRole("dialog"));
    await userEvent.type(dialog.getByRole("textbox"), "Poste pourvu.");
    await userEvent.click(dialog.getByRole("button", { name: "Retirer l’offre" }));
    await waitFor(() => expect(asked.changes.withdraw).toHaveBeenCalledOnce());
    expect(asked.changes.withdraw).toHaveBeenCalledWith(SENT.id, PEOPLE[0]?.id, "Poste pourvu.");
    await userEvent.click(screen.getByRole("button", { name: "Retirer à toutes" }));
    expect(await screen.findByText(/aux 2 personnes qui n’ont pas répondu/)).toBeVisible();
  });

  it("filters by state, with how many there are", async () => {
    draw();
    await rowOf("Léa Martin");
    const filter = within(screen.getByRole("list", { name: "Montrer selon l’état" }));
    expect(filter.getByRole("button", { name: "Toutes 3" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await userEvent.click(filter.getByRole("button", { name: "Acceptée 1" }));
    expect(onState).toHaveBeenCalledExactlyOnceWith("accepted");
  });

  it("lets a colleague read, and do nothing", async () => {
    draw({ ...SENT, can_act: false });
    await rowOf("Léa Martin");
    expect(screen.getByText(/appartient à quelqu’un d’autre/)).toBeVisible();
    expect(screen.queryByRole("button", { name: /Relancer|Retirer|Clore/ })).toBeNull();
  });
});
