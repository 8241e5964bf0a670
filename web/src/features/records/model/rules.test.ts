import { describe, expect, it } from "vitest";
import { nameIn } from "@/api/download";
import { ApiProblem } from "@/api/problem";
import type { RecordSheet } from "@/api/types";
import { formatRate } from "@/lib/format";
import { renamed } from "../pointers";
import { viewOf } from "../search";
import { decisionOf, UNDECIDED } from "./decision";
import { countIn, unclosed, weekAtHand } from "./sheets";
import { another, faultsOf, MOST, thresholdsOf, typedOf } from "./thresholds";
import { byWeek } from "./weeks";

const sheet = (day: string, change: Partial<RecordSheet> = {}): RecordSheet => ({
  slot_id: day,
  label: "Théorie",
  starts_at: `${day}T08:00:00Z`,
  ends_at: `${day}T11:00:00Z`,
  cancelled_at: null,
  state: "open",
  parts: ["am"],
  expected: 1,
  marked: 0,
  present: 0,
  signed: 0,
  trainer_signed: 0,
  ...change,
});

describe("weeks of sheets", () => {
  const weeks = byWeek([sheet("2026-03-02"), sheet("2026-03-08"), sheet("2026-03-09")]);

  it("go from Monday to Sunday", () => {
    expect(weeks.map(({ monday, sunday, slots }) => [monday, sunday, slots.length])).toEqual([
      ["2026-03-02", "2026-03-08", 2],
      ["2026-03-09", "2026-03-15", 1],
    ]);
  });

  it("open at this one, else at the last that has begun, else at the first", () => {
    expect(weekAtHand(weeks, "2026-03-05")).toBe("2026-03-02");
    expect(weekAtHand(weeks, "2026-06-01")).toBe("2026-03-09");
    expect(weekAtHand(weeks, "2026-01-01")).toBe("2026-03-02");
    expect(weekAtHand([], "2026-01-01")).toBeUndefined();
  });

  it("count what is closed among what was held, and find what should be closed", () => {
    const all = [
      sheet("2026-03-02", { state: "closed" }),
      sheet("2026-03-03", { state: "contested" }),
      sheet("2026-03-04"),
      sheet("2026-03-05", { cancelled_at: "2026-03-01T08:00:00Z" }),
    ];
    expect(countIn(all)).toEqual({ held: 3, closed: 2 });
    expect(unclosed(all, "2026-03-06").map(({ slot_id: id }) => id)).toEqual(["2026-03-04"]);
    expect(unclosed(all, "2026-03-04")).toEqual([]);
  });
});

describe("a decision", () => {
  const decided = { ...UNDECIDED, reason: "  Vu avec elle  " };

  it("that rejects changes nothing", () => {
    expect(decisionOf({ ...decided, decision: "rejected", status: "late" }, "f")).toEqual({
      decision: "rejected",
      reason: "Vu avec elle",
      mark: null,
    });
  });

  it("sends with a mark only what goes with it", () => {
    const filled = { ...decided, minutes_late: "15", justified: true, cause: "family" } as const;
    expect(decisionOf(filled, "f").proof_file_id).toBeNull();
    expect(decisionOf({ ...filled, status: "absent" }, "f").proof_file_id).toBe("f");
    expect(decisionOf(filled, null).mark).toEqual({
      status: "present",
      minutes_late: null,
      justified: false,
      reason: null,
    });
    expect(decisionOf({ ...filled, status: "late" }, null).mark).toEqual({
      status: "late",
      minutes_late: 15,
      justified: true,
      reason: "family",
    });
    expect(decisionOf({ ...filled, status: "excused" }, null).mark).toEqual({
      status: "excused",
      minutes_late: null,
      justified: false,
      reason: "family",
    });
  });
});

describe("thresholds", () => {
  it("are typed and sent as they are", () => {
    const thresholds = [{ below_percent: 80, after_half_days: 4 }];
    const typed = typedOf(thresholds);
    expect(thresholdsOf(typed)).toEqual(thresholds);
    expect(another(typed).key).toBe(1);
    expect(another([]).key).toBe(0);
    expect(MOST).toBe(5);
  });

  it("name the fault of each line", () => {
    const line = (key: number, percent: string, after: string) => ({ key, percent, after });
    expect(
      faultsOf([
        line(0, "80", "4"),
        line(1, "0", "4"),
        line(2, "101", "4"),
        line(3, "50", "501"),
        line(4, "80", "04"),
        line(5, "huit", ""),
      ]),
    ).toEqual({ 1: "percent", 2: "percent", 3: "after", 4: "twice", 5: "percent" });
    expect(faultsOf([])).toEqual({});
  });
});

it("reads a rate in thousandths as people do", () => {
  expect([1000, 875, 0].map(formatRate)).toEqual(["100\u00a0%", "87,5\u00a0%", "0\u00a0%"]);
});

it("takes the name that the server gives a file", () => {
  expect(nameIn('attachment; filename="emargement-session.pdf"')).toBe("emargement-session.pdf");
  expect(nameIn("attachment; filename=\"a.pdf\"; filename*=UTF-8''%C3%A9t%C3%A9.pdf")).toBe(
    "été.pdf",
  );
  expect(nameIn("attachment; filename*=UTF-8''%E0%A4%A")).toBeNull();
  expect(nameIn("attachment")).toBeNull();
  expect(nameIn(null)).toBeNull();
});

it("puts faults under the names of a form, and nothing else of a problem aside", () => {
  const problem = new ApiProblem(422, {
    title: "Non",
    code: "invalid",
    request_id: "r",
    errors: [
      { pointer: "/mark/status", code: "x", message: "a" },
      { pointer: "/reason", code: "y", message: "b" },
    ],
  });
  const found = renamed(problem, { "/mark/status": "/status" }) as ApiProblem;
  expect(found.errors.map(({ pointer }) => pointer)).toEqual(["/status", "/reason"]);
  expect([found.message, found.code, found.requestId, found.status]).toEqual([
    "Non",
    "invalid",
    "r",
    422,
  ]);
  const other = new Error("x");
  expect(renamed(other, {})).toBe(other);
});

it("opens the sheets unless another view is asked for", () => {
  expect([undefined, "cpf", "constructor"].map(viewOf)).toEqual(["sheets", "edof", "sheets"]);
});
