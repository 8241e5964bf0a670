import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { axeViolations, renderInApp } from "@/test/render";
import { mark, row, sheetOf } from "./model/sample";
import { button, Page, serve, server, THREE } from "./rollHarness";

serve();

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
    expect(screen.getByText(/^Retard de 12.min, non justifié$/)).toBeVisible();
    await screen.findByText("Tout est enregistré");
    const rows = server.sent.flatMap((call) => call.rows);
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
    expect(server.sent).toEqual([]);
  });

  it("marks everybody who is not yet, and nobody else, as present", async () => {
    const absent = row("2", {
      half_days: [{ part: "am", mark: mark({ number: 4, status: "absent" }), signature: null }],
    });
    const gone = row("3", { is_expected: false });
    renderInApp(<Page sheet={sheetOf([row("1"), absent, gone])} />);
    await userEvent.click(screen.getByRole("button", { name: "Tous présents" }));
    await waitFor(() => expect(server.sent.length).toBe(1));
    expect(server.sent[0]?.rows).toMatchObject([
      { enrolment_id: "1", part: "am", status: "present", seen_number: 0 },
    ]);
    expect(screen.getByRole("button", { name: "Tous présents" })).toBeDisabled();
  });

  it("shows who declared themselves late, and proposes those minutes", async () => {
    const said = mark({ number: 1, status: "present", method: "qr" });
    const late = row("2", {
      half_days: [{ part: "am", mark: said, signature: null, declared_late_minutes: 42 }],
    });
    renderInApp(<Page sheet={sheetOf([row("1"), late])} />);
    expect(screen.getByText(/^s’est déclaré présent 42.min après le début$/)).toBeVisible();
    await userEvent.click(button("2", "Retard"));
    expect(screen.getByRole("textbox", { name: "Minutes de retard" })).toHaveValue("42");
    await userEvent.keyboard("{Enter}");
    await waitFor(() =>
      expect(server.sent[0]?.rows).toMatchObject([
        { enrolment_id: "2", status: "late", minutes_late: 42, seen_number: 1 },
      ]),
    );
  });

  it("says nobody is there before the half-day", async () => {
    const early = Date.parse("2026-03-04T07:00:00Z");
    renderInApp(<Page sheet={sheetOf(THREE)} now={early} />);
    expect(screen.getByText("La demi-journée n’a pas commencé")).toBeVisible();
    expect(button("1", "Présent")).toBeDisabled();
    await userEvent.click(button("1", "Absent"));
    await waitFor(() => expect(server.sent[0]?.rows).toMatchObject([{ status: "absent" }]));
  });

  it("notes what was copied from paper", async () => {
    renderInApp(<Page sheet={sheetOf(THREE)} />);
    await userEvent.click(screen.getByRole("switch", { name: /d’après la feuille papier/ }));
    await userEvent.click(button("1", "Présent"));
    await waitFor(() => expect(server.sent[0]?.method).toBe("paper"));
  });
});

describe("five hundred people", () => {
  it("are drawn, and marked at once", async () => {
    const many = Array.from({ length: 500 }, (_, place) => row(String(place + 1)));
    const { container } = renderInApp(<Page sheet={sheetOf(many)} />);
    expect(container.querySelectorAll("[data-row]").length).toBe(500);
    fireEvent.click(screen.getByText("Tous présents"));
    await waitFor(() => expect(server.sent.length).toBe(1), { timeout: 15_000 });
    expect(server.sent[0]?.rows.length).toBe(500);
    await waitFor(
      () => expect(container.querySelectorAll('[aria-pressed="true"]').length).toBe(500),
      { timeout: 15_000 },
    );
  }, 40_000);
});
