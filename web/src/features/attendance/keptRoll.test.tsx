import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { session } from "@/api/session";
import { axeViolations, renderInApp } from "@/test/render";
import { KeptRollView } from "./KeptRollView";
import { type KeptRoll, keepRoll, keptRoll } from "./keptRoll";
import { mark, row, sheetOf } from "./model/sample";
import { outboxStore } from "./outboxStore";
import { button, PLACE, serve, server } from "./rollHarness";

serve();

const late = mark({ number: 2, status: "late", minutes_late: 12, note: "Train" });
const ROLL: KeptRoll = {
  place: PLACE,
  person: { id: "ada", name: "Ada Lovelace" },
  sheet: sheetOf(
    [row("1"), row("2", { half_days: [{ part: "am", mark: late, signature: null }] })],
    { taught: "Boucles", half_days: sheetOf([]).half_days.slice(0, 1) },
  ),
  readAt: Date.now(),
};

describe("a roll that is kept", () => {
  it("has what it is called with, and no more", () => {
    keepRoll(ROLL);
    const { taught, trainers, ...sheet } = ROLL.sheet;
    expect(keptRoll("s1")).toMatchObject({ ...ROLL, sheet });
    expect(keptRoll("s1")?.sheet).toMatchObject({ taught: "", trainers: [] });
    expect(keptRoll("s2")).toBeNull();
  });

  it("goes once the sheet is sealed or the slot is cancelled", () => {
    for (const over of [{ state: "closed" as const }, { cancelled_at: "2026-03-04T07:00:00Z" }]) {
      keepRoll(ROLL);
      keepRoll({ ...ROLL, sheet: { ...ROLL.sheet, ...over } });
      expect(keptRoll("s1")).toBeNull();
    }
  });

  it("goes when the session ends, while what waits stays", async () => {
    keepRoll(ROLL);
    outboxStore.update("ada", PLACE, "Bases", () => ({ "am:1": {} as never }));
    session.close();
    expect(keptRoll("s1")).toBeNull();
    expect(Object.keys(localStorage)).toEqual(["carnet-appel:ada:s1"]);
    // What comes late, from a page that was still open, is not kept again.
    keepRoll(ROLL);
    expect(keptRoll("s1")).toBeNull();
  });

  it("goes when somebody logs in, who may be somebody else", () => {
    keepRoll(ROLL);
    session.open({ access_token: "other", token_type: "Bearer", expires_in: 300 });
    expect(keptRoll("s1")).toBeNull();
  });

  it("leaves its room to marks", () => {
    keepRoll(ROLL);
    const write = Storage.prototype.setItem;
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(function (this: Storage, name, text) {
      if (keptRoll("s1")) throw new DOMException("full", "QuotaExceededError");
      write.call(this, name, text);
    });
    outboxStore.update("ada", PLACE, "Bases", () => ({ "am:1": {} as never }));
    expect(outboxStore.isKept("ada", "s1")).toBe(true);
    expect(localStorage.length).toBe(1);
  });

  it("goes on without a connection: marks are kept, and nothing leaves", async () => {
    const { container } = renderInApp(<KeptRollView {...ROLL} />);
    expect(screen.getByText("Appel gardé sur cet appareil")).toBeVisible();
    expect(screen.getByText(/^Retard de 12.min, non justifié$/)).toBeVisible();
    await userEvent.click(button("1", "Absent"));
    await screen.findByText(/Hors connexion.: 1 mention gardée/);
    expect(await axeViolations(container)).toEqual([]);
    // A connection is not enough: it is not known who is logged in.
    act(() => void window.dispatchEvent(new Event("online")));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(server.sent).toEqual([]);
    await waitFor(() =>
      expect(outboxStore.rows("ada", "s1")).toMatchObject({
        "am:1": { said: { status: "absent" } },
      }),
    );
  });
});
