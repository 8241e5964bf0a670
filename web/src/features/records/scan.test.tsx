import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { session } from "@/api/session";
import type { MySlot } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { OwnRecords } from "./OwnRecords";
import { ScanResult } from "./ScanResult";

const MINUTE = 60_000;

/** A slot that began so many minutes ago, as the server tells of it. */
function slotOf(minutes: number, change: Partial<MySlot["half_days"][number]> = {}): MySlot {
  const from = Date.now() - minutes * MINUTE - 5_000;
  const at = (after: number) => new Date(from + after * MINUTE).toISOString();
  return {
    slot_id: "s1",
    label: "Théorie",
    starts_at: at(0),
    ends_at: at(210),
    place: "",
    cancelled_at: null,
    state: "open",
    taught: "",
    asks_entry_exit: false,
    contests: [],
    half_days: [
      {
        half_day: {
          part: "am",
          date: at(0).slice(0, 10),
          starts_at: at(0),
          ends_at: at(210),
          minutes: 210,
          signing_opens_at: at(0),
          signing_closes_at: at(240),
          is_signing_open: true,
          late_from: at(11),
          late_until: at(180),
        },
        mark: null,
        signature: null,
        contest_until: null,
        ...change,
      },
    ],
  };
}

let answers: Record<string, unknown> = {};
let posted: unknown[] = [];

beforeEach(() => {
  posted = [];
  answers = {};
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request) => {
      const { pathname, search } = new URL(request.url);
      if (request.method === "POST") posted.push(await request.json());
      const answer = answers[`${request.method} ${pathname.replace("/api/v1/me/", "")}${search}`];
      return answer === undefined
        ? new Response(JSON.stringify({ code: "not_found", status: 404 }), { status: 404 })
        : new Response(JSON.stringify(answer), { status: 200 });
    }),
  );
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const scan = () => <ScanResult slot="s1" code="c1" leaves={false} home={<p>Retour</p>} />;

describe("a scanned code", () => {
  it("notes at once whoever comes in time", async () => {
    answers["GET attendance/slots/s1"] = slotOf(5);
    answers["POST attendance/qr"] = slotOf(5);
    renderInApp(scan());
    await screen.findByText("Votre présence est enregistrée");
    expect(posted).toMatchObject([{ slot_id: "s1", code: "c1", exit: false }]);
  });

  it("tells whoever comes late how late they will be noted, and signs when they say so", async () => {
    answers["GET attendance/slots/s1"] = slotOf(14);
    answers["POST attendance/qr"] = slotOf(14);
    const { container } = renderInApp(scan());
    await screen.findByText(/^Si vous signez maintenant, vous serez noté en retard de 14.min$/);
    expect(posted).toEqual([]);
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Enregistrer ma présence" }));
    await screen.findByText("Votre présence est enregistrée");
    expect(posted).toHaveLength(1);
    expect(screen.queryByText(/noté en retard/)).toBeNull();
  });

  it("notes at once whoever scans as they leave", async () => {
    answers["GET attendance/slots/s1"] = slotOf(181);
    answers["POST attendance/qr"] = slotOf(181);
    renderInApp(scan());
    await screen.findByText("Votre présence est enregistrée");
    expect(posted).toHaveLength(1);
  });

  it("asks nothing of whoever the roll has marked", async () => {
    const mark = { number: 1, status: "present", by: "Ada", at: "2026-03-03T08:00:00Z" } as never;
    answers["GET attendance/slots/s1"] = slotOf(40, { mark });
    answers["POST attendance/qr"] = slotOf(40, { mark });
    renderInApp(scan());
    await screen.findByText("Votre présence est enregistrée");
  });

  it("says that a slot is not one’s own in the words of the scan", async () => {
    renderInApp(scan());
    await screen.findByText("Ce créneau n’est pas le vôtre");
    expect(posted).toHaveLength(1);
  });
});

describe("one’s own attendance", () => {
  const page = (title: string, next: string | null, slots: MySlot[] = []) => ({
    items: [
      {
        organisation_id: "o",
        organisation: "Atelier",
        session_id: title,
        enrolment_id: "e",
        title,
        status: "running",
        rate: null,
        totals: {
          half_days: 0,
          planned: 0,
          attended: 0,
          late: 0,
          justified: 0,
          unjustified: 0,
          excused: 0,
          unmarked: 0,
        },
        slots,
      },
    ],
    next_cursor: next,
  });

  it("comes page after page", async () => {
    answers["GET attendance"] = page("Soudure", "n2");
    answers["GET attendance?cursor=n2"] = page("Cuisine", null);
    answers["GET certificates"] = { items: [], next_cursor: null };
    renderInApp(<OwnRecords />);
    await screen.findByRole("heading", { name: "Soudure" });
    expect(screen.queryByRole("heading", { name: "Cuisine" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Voir la suite" }));
    await screen.findByRole("heading", { name: "Cuisine" });
    expect(screen.getByRole("heading", { name: "Soudure" })).toBeVisible();
    await waitFor(() => expect(screen.queryByRole("button", { name: "Voir la suite" })).toBeNull());
  });

  it("tells of being late before one signs", async () => {
    vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
    answers["GET attendance"] = page("Soudure", null, [slotOf(25)]);
    answers["GET certificates"] = { items: [], next_cursor: null };
    renderInApp(<OwnRecords />);
    const waiting = await screen.findByRole("region", { name: "À signer maintenant" });
    expect(screen.queryByText(/noté en retard/)).toBeNull();
    await userEvent.click(waiting.querySelector("button") as HTMLButtonElement);
    expect(screen.getByText(/vous serez noté en retard de 25.min$/)).toBeVisible();
    expect(screen.getByText(/^Les dix premières minutes ne comptent pas/)).toBeVisible();
  });

  it("tells that near the end the hour says nothing any more", async () => {
    vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
    answers["GET attendance"] = page("Soudure", null, [slotOf(190)]);
    answers["GET certificates"] = { items: [], next_cursor: null };
    renderInApp(<OwnRecords />);
    const waiting = await screen.findByRole("region", { name: "À signer maintenant" });
    await userEvent.click(waiting.querySelector("button") as HTMLButtonElement);
    expect(
      screen.getByText(/^En fin de demi-journée, et après, signer vous note présent/),
    ).toBeVisible();
    expect(screen.queryByText(/noté en retard/)).toBeNull();
  });
});
