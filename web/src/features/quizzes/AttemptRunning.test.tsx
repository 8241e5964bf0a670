import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { reachability } from "@/api/reachability";
import { session } from "@/api/session";
import type { AskedQuestion, MyQuizAttempt } from "@/api/types";
import { sessionStore } from "@/lib/sessionStore";
import { axeViolations, renderInApp } from "@/test/render";
import { AttemptRunning } from "./AttemptRunning";
import { sessionDoor } from "./attemptDoors";

const asked = (id: string, more: Partial<AskedQuestion>): AskedQuestion => ({
  question_id: id,
  position: 0,
  section: 0,
  kind: "short_text",
  statement: [{ type: "text", text: `Énoncé ${id}` }],
  points: 1,
  choices: [],
  answer_files: [],
  answer: null,
  sequence: 0,
  is_flagged: false,
  ...more,
});

const ATTEMPT: MyQuizAttempt = {
  id: "t1",
  quiz_id: "z1",
  session_id: "s1",
  number: 1,
  state: "started",
  title: "Quiz",
  instructions: "",
  negative_percent: 0,
  started_at: "2026-03-02T08:00:00Z",
  deadline: "2026-03-02T08:30:00Z",
  now: "2026-03-02T08:10:00Z",
  seconds_left: 1200,
  submitted_at: null,
  by_clock: false,
  sections: [],
  questions: [
    asked("a", {
      kind: "single",
      choices: [
        { id: "c1", text: "Paris" },
        { id: "c2", text: "Lyon" },
      ],
    }),
    asked("b", { kind: "number", unit: "cm" }),
  ],
  result: null,
  marked: [],
};

interface Sent {
  method: string;
  body: { answers: { question_id: string; sequence: number; answer: unknown }[] };
}

let sent: Sent[];
let answers: (sent: Sent) => Response;

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const kept = ({ body }: Sent) =>
  json(200, {
    answers: body.answers.map(({ question_id, sequence }) => ({
      question_id,
      sequence,
      is_saved: true,
    })),
    deadline: ATTEMPT.deadline,
    now: ATTEMPT.now,
    seconds_left: 1200,
  });

beforeEach(() => {
  sent = [];
  answers = kept;
  sessionStore.clear();
  reachability.found();
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request | string) => {
      // Whether the server is back is asked for by its address alone.
      if (typeof request === "string") return new Response(null, { status: 503 });
      if (request.method === "GET") return json(200, ATTEMPT);
      const one = { method: request.method, body: await request.json() };
      sent.push(one);
      return answers(one);
    }),
  );
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});

const drawn = () =>
  renderInApp(
    <AttemptRunning door={sessionDoor("t1")} read={{ attempt: ATTEMPT, at: performance.now() }} />,
  );

describe("an attempt that runs", () => {
  it("shows the time that is left by the server's clock, whatever the device's says", async () => {
    const { container } = drawn();
    expect(screen.getByRole("timer")).toHaveTextContent(/^20:00|^19:59/);
    expect(await axeViolations(container)).toEqual([]);
  });

  it("saves each answer by itself, and says so", async () => {
    drawn();
    expect(screen.getByText("Tout est enregistré")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("radio", { name: "Paris" }));
    await waitFor(() => expect(sent).toHaveLength(1), { timeout: 4_000 });
    expect(sent[0]?.body.answers).toEqual([
      {
        question_id: "a",
        sequence: 1,
        answer: { kind: "single", choice_id: "c1" },
        is_flagged: false,
      },
    ]);
    expect(await screen.findByText("Tout est enregistré")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Question 1, répondue" })).toBeInTheDocument();
    expect(sessionStore.read("quiz:t1")).toBeNull();
  });

  it("keeps on this device what could not be sent", async () => {
    answers = () => {
      throw new TypeError("no network");
    };
    drawn();
    await userEvent.click(screen.getByRole("radio", { name: "Lyon" }));
    expect(
      await screen.findByText("La connexion est perdue", undefined, { timeout: 4_000 }),
    ).toBeInTheDocument();
    expect(sessionStore.read("quiz:t1")).toMatchObject({ unsent: ["a"] });
  });

  it("reads numbers as French people type them, and tells what is none", async () => {
    drawn();
    await userEvent.click(screen.getByRole("button", { name: "Question suivante" }));
    const field = screen.getByRole("textbox", { name: /nombre/ });
    fireEvent.change(field, { target: { value: "trois" } });
    expect(screen.getByText(/Écrivez un nombre/)).toBeInTheDocument();
    fireEvent.change(field, { target: { value: "3,5" } });
    await waitFor(() => expect(sent).toHaveLength(1), { timeout: 4_000 });
    expect(sent[0]?.body.answers[0]?.answer).toEqual({ kind: "number", value: 3.5 });
  });

  it("names what is not answered before it is handed in, and leads there", async () => {
    answers = (one) =>
      one.method === "PUT" ? kept(one) : json(200, { ...ATTEMPT, state: "published" });
    drawn();
    await userEvent.click(screen.getByRole("radio", { name: "Paris" }));
    await userEvent.click(screen.getByRole("button", { name: "Remettre mes réponses" }));
    expect(await screen.findByText(/1 question sans réponse/)).toBeInTheDocument();
    const dialog = screen.getByRole("dialog");
    await userEvent.click(
      [...dialog.querySelectorAll("button")].find(
        (button) => button.textContent === "2",
      ) as Element,
    );
    expect(await screen.findByText("Énoncé b")).toBeInTheDocument();
  });
});
