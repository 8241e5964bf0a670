import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { axeViolations, renderInApp } from "@/test/render";
import { mark, row, sheetOf } from "./model/sample";
import { outboxStore } from "./outboxStore";
import { allSaved, button, json, Page, PLACE, serve, server, THREE } from "./rollHarness";

serve();

describe("without a connection", () => {
  it("marks are kept, and leave once it is back", async () => {
    const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    renderInApp(<Page sheet={sheetOf(THREE)} />);
    await userEvent.click(button("1", "Absent"));
    await screen.findByText(/Hors connexion.: 1 mention gardée/);
    expect(screen.getByText("En attente d’envoi")).toBeVisible();
    expect(outboxStore.rows("ada", "s1")).toMatchObject({ "am:1": { said: { status: "absent" } } });
    expect(server.sent).toEqual([]);
    online.mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event("online")));
    await waitFor(() => expect(server.sent[0]?.rows).toMatchObject([{ status: "absent" }]));
    await screen.findByText("Tout est enregistré");
  });

  it("what waited since yesterday is not sent in the name of somebody else", async () => {
    outboxStore.update("ada", PLACE, "Bases", () => ({
      "am:1": {
        enrolment: "1",
        part: "am",
        seen: 0,
        said: { ...mark(), minutes_late: null } as never,
        proof: null,
        method: "trainer",
        key: "k",
        at: 0,
      },
    }));
    server.me = "alan";
    renderInApp(<Page sheet={sheetOf(THREE)} />);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(server.sent).toEqual([]);
    expect(Object.keys(outboxStore.rows("ada", "s1"))).toEqual(["am:1"]);
  });
});

describe("a mark that cannot be written", () => {
  it("and met another one is shown beside it, and waits for a choice", async () => {
    const current = mark({ number: 5, status: "present", by: "Alan Turing" });
    server.answer = () => ({ conflicts: [{ row: 0, enrolment_id: "1", part: "am", current }] });
    const { container } = renderInApp(<Page sheet={sheetOf(THREE)} />);
    await userEvent.click(button("1", "Absent"));
    await screen.findByText("1 mention en a rencontré une autre");
    expect(screen.getByText(/par Alan Turing, le 4 mars 2026/)).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
    server.answer = allSaved;
    await userEvent.click(screen.getByRole("button", { name: /^Garder la mienne.: Prénom1 Nom1/ }));
    await waitFor(() => expect(server.sent[1]?.rows).toMatchObject([{ seen_number: 5 }]));
    expect(server.sent[1]?.rows[0]?.client_key).not.toBe(server.sent[0]?.rows[0]?.client_key);
    await screen.findByText("Tout est enregistré");
  });

  it("says why, by row, and does not hold the others back", async () => {
    server.answer = ({ rows }) =>
      rows.length > 1
        ? json(422, {
            code: "invalid_request",
            title: "Non.",
            errors: [{ pointer: "/rows/1/note", code: "too_long", message: "Trop long." }],
          })
        : allSaved({ method: "trainer", rows });
    renderInApp(<Page sheet={sheetOf([row("1"), row("2")])} />);
    await userEvent.click(screen.getByRole("button", { name: "Tous présents" }));
    await screen.findByText("1 mention n’a pas pu être écrite");
    expect(screen.getByText("Trop long.")).toBeVisible();
    await waitFor(() => expect(server.sent[1]?.rows).toMatchObject([{ enrolment_id: "1" }]));
    await userEvent.click(screen.getByRole("button", { name: /^Abandonner.: Prénom2/ }));
    await waitFor(() => expect(localStorage.length).toBe(0));
  });

  it("because the sheet was sealed meanwhile is not lost", async () => {
    server.answer = () => json(409, { code: "illegal_transition", title: "La feuille est close." });
    renderInApp(<Page sheet={sheetOf(THREE)} />);
    await userEvent.click(button("1", "Absent"));
    await screen.findByText("La feuille est close.");
    expect(Object.keys(outboxStore.rows("ada", "s1"))).toEqual(["am:1"]);
  });
});
