import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { session } from "@/api/session";
import type { QuizCopy } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { GradingQueue } from "./GradingQueue";

const copy = (id: string, more: Partial<QuizCopy> = {}): QuizCopy => ({
  copy_id: id,
  label: `Copie ${id}`,
  author: null,
  state: "to_grade",
  question: {
    question_id: "q1",
    position: 0,
    section: 0,
    kind: "long_text",
    statement: [{ type: "text", text: "Racontez." }],
    points: 4,
    choices: [],
    answer_files: [],
    answer: { kind: "long_text", text: `Récit ${id}` },
    sequence: 0,
    is_flagged: false,
  },
  rubric: [],
  grade: null,
  version: 0,
  ...more,
});

const graded = (id: string, name: string, points: number): QuizCopy =>
  copy(id, {
    version: 1,
    grade: {
      points,
      criteria: [],
      comment: "Lu.",
      graded_by: name,
      graded_at: "2026-03-02T08:00:00Z",
    },
  });

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
let answer: (request: Request) => Response;
let asked: { match: string | null; body: unknown }[];

beforeEach(() => {
  asked = [];
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request) => {
      if (request.method === "GET") return json(200, { items: [copy("A"), copy("B")] });
      asked.push({ match: request.headers.get("if-match"), body: await request.json() });
      return answer(request);
    }),
  );
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});

const drawn = () =>
  renderInApp(
    <GradingQueue
      place={{ organisation: "o", session: "s", quiz: "z" }}
      writes
      question={null}
      all={false}
      onQuestion={() => undefined}
      onAll={() => undefined}
    />,
  );

describe("the queue of those who grade", () => {
  it("hides names, saves a grade and goes on to the next answer", async () => {
    answer = () => json(200, graded("A", "Ada", 3));
    const { container } = drawn();
    expect(await screen.findByRole("heading", { name: "Copie A" })).toBeInTheDocument();
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.type(screen.getByRole("textbox", { name: /^Points/ }), "3");
    await userEvent.click(screen.getByRole("button", { name: /puis la suivante/ }));
    expect(await screen.findByRole("heading", { name: "Copie B" })).toBeInTheDocument();
    expect(asked).toEqual([{ match: '"0"', body: { points: 3, comment: "" } }]);
    expect(screen.getByText("1 réponse à corriger")).toBeInTheDocument();
  });

  it("shows the grade of whoever was faster, and writes over it only when asked to", async () => {
    answer = () => json(412, { code: "stale", status: 412, current: graded("A", "Basile", 1) });
    drawn();
    await userEvent.type(await screen.findByRole("textbox", { name: /^Points/ }), "3");
    await userEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
    expect(await screen.findByText("Basile vient de corriger cette réponse")).toBeInTheDocument();
    answer = () => json(200, { ...graded("A", "Ada", 3), version: 2 });
    await userEvent.click(screen.getByRole("button", { name: "Écrire la mienne à la place" }));
    await userEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
    await waitFor(() => expect(asked.map(({ match }) => match)).toEqual(['"0"', '"1"']));
  });
});
