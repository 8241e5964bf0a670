import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { session } from "@/api/session";
import type { AttendanceSheet, RollCallResult } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { mark, row, sheetOf } from "./model/sample";
import { forgetOutboxes, outboxStore } from "./outboxStore";
import { RollCallPane } from "./RollCallPane";
import { useRollCall } from "./useRollCall";

const PLACE = { organisation: "o1", session: "t1", slot: "s1" };
const ADA = { id: "ada", name: "Ada Lovelace" };
const NOW = Date.parse("2026-03-04T09:00:00Z");

interface Sent {
  method: string;
  rows: {
    enrolment_id: string;
    part: "am" | "pm";
    status: string;
    minutes_late: number | null;
    seen_number: number;
    client_key: string;
  }[];
}

let sent: Sent[];
let answer: (call: Sent) => Partial<RollCallResult> | Response;
let me: string;

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const allSaved = ({ rows }: Sent): Partial<RollCallResult> => ({
  saved: rows.map(({ enrolment_id, part, seen_number: seen }) => ({
    enrolment_id,
    part,
    number: seen + 1,
  })),
});

beforeEach(() => {
  sent = [];
  answer = allSaved;
  me = "ada";
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request) => {
      if (request.url.endsWith("/api/v1/me")) return json(200, { id: me });
      const call = (await request.json()) as Sent;
      sent.push(call);
      const given = answer(call);
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

function Page({ sheet, now = NOW }: { sheet: AttendanceSheet; now?: number }) {
  const [shown] = useState(sheet);
  const roll = useRollCall(PLACE, shown, ADA);
  const [half] = shown.half_days;
  if (!half) return null;
  return <RollCallPane place={PLACE} sheet={shown} half={half} roll={roll} now={now} />;
}

const THREE = [row("1"), row("2"), row("3")];
const statuses = (id: string) => screen.getByRole("group", { name: `Prénom${id} Nom${id}` });
const button = (id: string, name: string) => within(statuses(id)).getByRole("button", { name });

describe("the roll", () => {
  it("is called by letters, one person after the other", async () => {
    const { container } = renderInApp(<Page sheet={sheetOf(THREE)} />);
    expect(screen.getAllByText("Non pointé").length).toBe(3);
    act(() => button("1", "Présent").focus());
    await userEvent.keyboard("p");
    await waitFor(() => expect(button("2", "Présent")).toHaveFocus());
    await userEvent.keyboard("r");
    const minutes = screen.getByRole("textbox", { name: "Minutes de retard" });
    expect(minutes).toHaveFocus();
    expect(minutes).toHaveValue("60");
    await userEvent.keyboard("0{Enter}");
    expect(screen.getByRole("alert")).toHaveTextContent("de 1 à 240");
    await userEvent.clear(minutes);
    await userEvent.type(minutes, "12{Enter}");
    await waitFor(() => expect(button("3", "Présent")).toHaveFocus());
    await userEvent.keyboard("a");
    expect(button("3", "Absent")).toHaveAttribute("aria-pressed", "true");
    expect(screen.getByText("Retard de 12\u00a0min, non justifié")).toBeVisible();
    await waitFor(() => expect(sent.length).toBeGreaterThan(0));
    const rows = sent.flatMap((call) => call.rows);
    expect(rows.map(({ enrolment_id: id, status }) => [id, status])).toEqual([
      ["1", "present"],
      ["2", "late"],
      ["3", "absent"],
    ]);
    expect(new Set(rows.map((one) => one.client_key)).size).toBe(3);
    await screen.findByText("Tout est enregistré");
    expect(localStorage.length).toBe(0);
    expect(await axeViolations(container)).toEqual([]);
  });

  it("moves with the arrows, and only the current row is reached with Tab", async () => {
    renderInApp(<Page sheet={sheetOf(THREE)} />);
    act(() => button("1", "Présent").focus());
    await userEvent.keyboard("{ArrowDown}{ArrowRight}");
    expect(button("2", "Retard")).toHaveFocus();
    await userEvent.keyboard("{End}");
    expect(button("3", "Présent")).toHaveFocus();
    expect(button("1", "Présent")).toHaveAttribute("tabindex", "-1");
    expect(button("3", "Présent")).toHaveAttribute("tabindex", "0");
    await userEvent.keyboard("{Control>}a{/Control}");
    expect(sent).toEqual([]);
  });

  it("marks everybody who is not yet, and nobody else, as present", async () => {
    const absent = row("2", {
      half_days: [{ part: "am", mark: mark({ number: 4, status: "absent" }), signature: null }],
    });
    const gone = row("3", { is_expected: false });
    renderInApp(<Page sheet={sheetOf([row("1"), absent, gone])} />);
    await userEvent.click(screen.getByRole("button", { name: "Tous présents" }));
    await waitFor(() => expect(sent.length).toBe(1));
    expect(sent[0]?.rows).toMatchObject([
      { enrolment_id: "1", part: "am", status: "present", seen_number: 0 },
    ]);
    expect(screen.getByRole("button", { name: "Tous présents" })).toBeDisabled();
  });

  it("says nobody is there before the half-day", async () => {
    const early = Date.parse("2026-03-04T07:00:00Z");
    renderInApp(<Page sheet={sheetOf(THREE)} now={early} />);
    expect(screen.getByText("La demi-journée n’a pas commencé")).toBeVisible();
    expect(button("1", "Présent")).toBeDisabled();
    await userEvent.click(button("1", "Absent"));
    await waitFor(() => expect(sent[0]?.rows).toMatchObject([{ status: "absent" }]));
  });

  it("notes what was copied from paper", async () => {
    renderInApp(<Page sheet={sheetOf(THREE)} />);
    await userEvent.click(screen.getByRole("switch", { name: /d’après la feuille papier/ }));
    await userEvent.click(button("1", "Présent"));
    await waitFor(() => expect(sent[0]?.method).toBe("paper"));
  });
});

describe("without a connection", () => {
  it("marks are kept, and leave once it is back", async () => {
    const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    renderInApp(<Page sheet={sheetOf(THREE)} />);
    await userEvent.click(button("1", "Absent"));
    await screen.findByText(/Hors connexion.: 1 mention gardée/);
    expect(screen.getByText("En attente d’envoi")).toBeVisible();
    expect(outboxStore.rows("ada", "s1")).toMatchObject({ "am:1": { said: { status: "absent" } } });
    expect(sent).toEqual([]);
    online.mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event("online")));
    await waitFor(() => expect(sent[0]?.rows).toMatchObject([{ status: "absent" }]));
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
    me = "alan";
    renderInApp(<Page sheet={sheetOf(THREE)} />);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(sent).toEqual([]);
    expect(Object.keys(outboxStore.rows("ada", "s1"))).toEqual(["am:1"]);
  });
});

describe("a mark that cannot be written", () => {
  it("and met another one is shown beside it, and waits for a choice", async () => {
    const current = mark({ number: 5, status: "present", by: "Alan Turing" });
    answer = () => ({ conflicts: [{ row: 0, enrolment_id: "1", part: "am", current }] });
    const { container } = renderInApp(<Page sheet={sheetOf(THREE)} />);
    await userEvent.click(button("1", "Absent"));
    await screen.findByText("1 mention en a rencontré une autre");
    expect(screen.getByText(/par Alan Turing, le 4 mars 2026/)).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
    answer = allSaved;
    await userEvent.click(screen.getByRole("button", { name: /^Garder la mienne.: Prénom1 Nom1/ }));
    await waitFor(() => expect(sent[1]?.rows).toMatchObject([{ seen_number: 5 }]));
    expect(sent[1]?.rows[0]?.client_key).not.toBe(sent[0]?.rows[0]?.client_key);
    await screen.findByText("Tout est enregistré");
  });

  it("says why, by row, and does not hold the others back", async () => {
    answer = ({ rows }) =>
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
    await waitFor(() => expect(sent[1]?.rows).toMatchObject([{ enrolment_id: "1" }]));
    await userEvent.click(screen.getByRole("button", { name: /^Abandonner.: Prénom2/ }));
    await waitFor(() => expect(localStorage.length).toBe(0));
  });

  it("because the sheet was sealed meanwhile is not lost", async () => {
    answer = () => json(409, { code: "illegal_transition", title: "La feuille est close." });
    renderInApp(<Page sheet={sheetOf(THREE)} />);
    await userEvent.click(button("1", "Absent"));
    await screen.findByText("La feuille est close.");
    expect(Object.keys(outboxStore.rows("ada", "s1"))).toEqual(["am:1"]);
  });
});

describe("five hundred people", () => {
  it("are drawn, and a letter draws one row anew", async () => {
    const many = Array.from({ length: 500 }, (_, place) => row(String(place + 1)));
    renderInApp(<Page sheet={sheetOf(many)} />);
    const list = screen.getByRole("list", { name: "Liste d’appel" });
    expect(list.querySelectorAll("[data-row]").length).toBe(500);
    const started = performance.now();
    await userEvent.click(
      list.querySelector('[data-row="250"] [data-status="absent"]') as HTMLElement,
    );
    await waitFor(() =>
      expect(
        list.querySelector('[data-row="250"] [data-status="absent"][aria-pressed="true"]'),
      ).not.toBeNull(),
    );
    expect(performance.now() - started).toBeLessThan(3_000);
    await userEvent.click(screen.getByRole("button", { name: "Tous présents" }));
    await waitFor(() => expect(sent.flatMap(({ rows }) => rows).length).toBe(500), {
      timeout: 5_000,
    });
  });
});
