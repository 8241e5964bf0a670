import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { CalendarEntry } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { MonthView } from "./MonthView";
import { WeekView } from "./WeekView";

const entry = (what: Partial<CalendarEntry>): CalendarEntry => ({
  slot_id: "s1",
  session_id: "t1",
  session_title: "Promotion de mars",
  session_status: "planned",
  organisation_id: "o1",
  organisation_name: "Atelier",
  role: "trainee",
  kind: "course",
  course_title: "Bases du web",
  title: "",
  starts_at: "2026-03-04T08:00:00Z",
  ends_at: "2026-03-04T11:30:00Z",
  half_days: [{ date: "2026-03-04", part: "am" }],
  place: "Salle 4",
  remote_url: null,
  trainers: [],
  is_cancelled: false,
  ...what,
});

function draw(entries: CalendarEntry[], day = "2026-03-04") {
  const actions = { onDay: vi.fn(), onList: vi.fn(), onEntry: vi.fn() };
  const { container } = renderInApp(<MonthView day={day} entries={entries} {...actions} />);
  return { container, ...actions };
}

describe("MonthView", () => {
  it("is a table of weeks whose days are one tab stop", async () => {
    const { container, onDay } = draw([entry({})]);
    expect(screen.getAllByRole("columnheader").length).toBe(7);
    await userEvent.tab();
    expect(screen.getByRole("button", { name: "mercredi 4 mars 2026, 1 créneau" })).toHaveFocus();
    await userEvent.keyboard("{ArrowDown}");
    expect(onDay).toHaveBeenLastCalledWith("2026-03-11");
    await userEvent.keyboard("{PageDown}");
    expect(onDay).toHaveBeenLastCalledWith("2026-04-04");
    expect(await axeViolations(container)).toEqual([]);
  });

  it("says all of a slot to those who hear it, and that it is cancelled", async () => {
    const cancelled = entry({ is_cancelled: true });
    const { onEntry } = draw([cancelled]);
    const button = screen.getByRole("button", { name: /^Annulé.: Bases du web/ });
    expect(button).toHaveAccessibleName(/Promotion de mars, mercredi 4 mars 2026/);
    await userEvent.click(button);
    expect(onEntry).toHaveBeenCalledWith(cancelled);
  });

  it("tells the others of a full day as a number that leads to the list", async () => {
    const many = [8, 9, 10, 11].map((hour) =>
      entry({
        slot_id: `s${hour}`,
        starts_at: `2026-03-04T${String(hour).padStart(2, "0")}:00:00Z`,
      }),
    );
    const { onList } = draw(many);
    expect(screen.getAllByRole("button", { name: /^Bases du web/ }).length).toBe(2);
    await userEvent.click(screen.getByRole("button", { name: /^2 autres créneaux/ }));
    expect(onList).toHaveBeenCalledWith("2026-03-04");
  });
});

describe("WeekView", () => {
  it("is a list of slots for each day of Paris", async () => {
    const late = entry({
      slot_id: "s2",
      starts_at: "2026-03-04T23:30:00Z",
      ends_at: "2026-03-05T00:30:00Z",
    });
    const { container } = renderInApp(
      <WeekView day="2026-03-04" entries={[entry({}), late]} onEntry={() => undefined} />,
    );
    expect(screen.getAllByRole("region").length).toBe(7);
    const thursday = screen.getByRole("region", { name: "jeudi 5 mars 2026" });
    expect(thursday.querySelectorAll("li").length).toBe(1);
    expect(await axeViolations(container)).toEqual([]);
  });
});
