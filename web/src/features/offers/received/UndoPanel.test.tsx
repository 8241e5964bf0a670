import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
import { axeViolations, renderInApp } from "@/test/render";
import type { ReadOffer } from "./types";
import { UndoPanel } from "./UndoPanel";

/** Read when the server's clock said eight o'clock; this device's is an hour late. */
const read = (until: string): ReadOffer => ({
  offer: { state: "accepted", undo_until: until } as ReadOffer["offer"],
  now: Date.parse("2026-03-02T08:00:00Z"),
  at: performance.now(),
});

describe("the time to take an answer back", () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true, now: new Date("2026-03-02T07:00:00Z") });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is counted down by the server's clock, said aloud near its end, and over once", async () => {
    const over = vi.fn();
    const { container } = renderInApp(
      <UndoPanel read={read("2026-03-02T08:05:01Z")} undo={async () => undefined} onOver={over} />,
    );
    expect(screen.getByRole("timer")).toHaveTextContent("5:01");
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(screen.getByRole("timer")).toHaveTextContent("4:59");
    expect(screen.getByText(/Encore 5 minutes/)).toBeInTheDocument();
    expect(over).not.toHaveBeenCalled();
    await act(() => vi.advanceTimersByTimeAsync(300_000));
    expect(screen.queryByRole("timer")).not.toBeInTheDocument();
    expect(over).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("says why an answer could not be taken back", async () => {
    vi.useRealTimers();
    const undo = vi.fn(async () => {
      throw new ApiProblem(409, { title: "Trop tard.", code: "undo_over" });
    });
    renderInApp(<UndoPanel read={read("2026-03-02T08:10:00Z")} undo={undo} onOver={() => {}} />);
    await userEvent.click(screen.getByRole("button", { name: "Annuler ma réponse" }));
    expect(await screen.findByText("Trop tard.")).toBeInTheDocument();
    expect(undo).toHaveBeenCalledTimes(1);
  });
});
