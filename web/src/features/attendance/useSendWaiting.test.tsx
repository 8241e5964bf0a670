import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { paths } from "@/lib/paths";
import { axeViolations, renderInApp } from "@/test/render";
import { plain } from "./model/marks";
import { EMPTY, put } from "./model/outbox";
import { mark } from "./model/sample";
import { outboxStore } from "./outboxStore";
import { allSaved, json, PLACE, serve, server } from "./rollHarness";
import { WaitingMarks } from "./WaitingMarks";

serve();

/** Something was said of somebody in a slot, and never left. */
function say(slot: string, enrolment: string, person = "ada"): void {
  outboxStore.update(person, { ...PLACE, slot }, `Bases ${slot}`, (rows) =>
    put(rows ?? EMPTY, {
      enrolment,
      part: "am",
      seen: 0,
      said: plain("absent"),
      proof: null,
      method: "trainer",
      key: `k${slot}${enrolment}`,
      at: 1,
    }),
  );
}

/** A page of the app, with the line above it. */
function renderAt(path: string) {
  const root = createRootRoute({
    component: () => (
      <>
        <WaitingMarks person="ada" />
        <Outlet />
      </>
    ),
  });
  const page = (at: string) =>
    createRoute({ getParentRoute: () => root, path: at, component: () => <p>Une page</p> });
  const router = createRouter({
    routeTree: root.addChildren([page(paths.account), page(paths.attendance)]),
    history: createMemoryHistory({ initialEntries: [path] }),
  });
  return renderInApp(<RouterProvider router={router as never} />);
}

describe("from any page", () => {
  it("what waits is sent, each slot to its own, and only of whoever is logged in", async () => {
    say("s1", "1");
    say("s2", "2");
    say("s3", "3", "alan");
    renderAt("/compte");
    await waitFor(() => expect(server.sent.length).toBe(2));
    const sent = server.sent.map(({ rows }) => rows.map((row) => row.client_key));
    expect(sent.sort()).toEqual([["ks11"], ["ks22"]]);
    await waitFor(() => expect(Object.keys(localStorage)).toEqual(["carnet-appel:alan:s3"]));
    expect(screen.queryByText(/mention/)).not.toBeInTheDocument();
  });

  it("one line says how much waits, with the way there, and it leaves once the connection is back", async () => {
    const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    say("s1", "1");
    say("s1", "2");
    const { container } = renderAt("/compte");
    await screen.findByText(/^2 mentions d’appel attendent d’être envoyées/);
    expect(screen.getByRole("link", { name: "Bases s1" })).toHaveAttribute(
      "href",
      "/organisations/o1/sessions/t1/creneaux/s1/emargement",
    );
    expect(await axeViolations(container)).toEqual([]);
    expect(server.sent).toEqual([]);
    online.mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event("online")));
    await waitFor(() => expect(server.sent[0]?.rows.length).toBe(2));
    await waitFor(() => expect(screen.queryByText(/mentions/)).not.toBeInTheDocument());
  });

  it("what did not get through is sent again, later and not at once", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    server.answer = () => json(429, { code: "too_many_requests", title: "Plus tard." });
    say("s1", "1");
    renderAt("/compte");
    await waitFor(() => expect(server.sent.length).toBe(1));
    await act(async () => void (await vi.advanceTimersByTimeAsync(20_000)));
    expect(server.sent.length).toBe(1);
    server.answer = allSaved;
    await act(async () => void (await vi.advanceTimersByTimeAsync(11_000)));
    await waitFor(() => expect(localStorage.length).toBe(0));
    expect(server.sent.length).toBe(2);
    vi.useRealTimers();
  });

  it("what met another mark waits for a choice, and is named", async () => {
    const current = mark({ number: 5 });
    server.answer = ({ rows }) => ({
      conflicts: rows.map(({ enrolment_id }, at) => ({
        row: at,
        enrolment_id,
        part: "am",
        current,
      })),
    });
    say("s1", "1");
    renderAt("/compte");
    await screen.findByText(/^1 mention d’appel demande votre choix/);
    expect(server.sent.length).toBe(1);
  });

  it("but from that of a roll, which sends its own", async () => {
    say("s1", "1");
    renderAt("/organisations/o1/sessions/t1/creneaux/s1/emargement");
    await screen.findByText("Une page");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(server.sent).toEqual([]);
    expect(screen.queryByText(/mention/)).not.toBeInTheDocument();
  });
});
