import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { session } from "@/api/session";
import { addDays, today } from "@/lib/days";
import { axeViolations, renderInApp } from "@/test/render";
import { InviteToQuiz } from "./InviteToQuiz";

const quiz = (id: string, title: string) => ({ id, title, status: "published", revision: 2 });
const REVISION = {
  title: "Accueil",
  settings: { minutes: 20, hides_names: true, integrity_signals: true },
  sections: [],
};

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
let quizzes: unknown[];
let sent: { path: string; body: unknown }[];
let answer: () => Response;

beforeEach(() => {
  quizzes = [quiz("q1", "Accueil"), quiz("q2", "Caisse")];
  sent = [];
  answer = () =>
    json(201, {
      invited: [{ profile_id: "p1", invitation_id: "i1" }],
      skipped: ["p2"],
      left_today: 12,
    });
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request) => {
      const path = new URL(request.url).pathname;
      if (request.method === "GET") {
        return json(200, path.includes("/revisions/") ? REVISION : { items: quizzes });
      }
      sent.push({ path, body: await request.json() });
      return answer();
    }),
  );
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});

const drawn = () =>
  renderInApp(
    <InviteToQuiz
      profiles={["p1", "p2"]}
      company="Ateliers du Port"
      quizzesLink={<a href="/recrutement/quiz">Ouvrir les quiz</a>}
      onClose={() => undefined}
    />,
  );

describe("inviting to a quiz", () => {
  it("says what people are told, sends, and tells how many without saying why", async () => {
    const { container } = drawn();
    expect(await screen.findByText("20 min")).toBeInTheDocument();
    expect(screen.getByText(/recrutent pour Ateliers du Port/)).toBeInTheDocument();
    expect(screen.getByText("Changements d’onglet et collages")).toBeInTheDocument();
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Quiz" }), "Caisse");
    await userEvent.type(screen.getByRole("textbox", { name: "À quoi il sert" }), " Vendeur ");
    await userEvent.click(screen.getByRole("button", { name: "Inviter 2 personnes" }));
    expect(await screen.findByText("1 personne invitée")).toBeInTheDocument();
    expect(screen.getByText(/1 personne n’a pas pu l’être/)).toBeInTheDocument();
    expect(screen.getByText(/encore inviter 12 personnes/)).toBeInTheDocument();
    const [{ path, body } = { path: "", body: null }] = sent;
    expect(path).toBe("/api/v1/company/quizzes/q2/invitations");
    expect(body).toMatchObject({ profile_ids: ["p1", "p2"], purpose: "Vendeur" });
    // The last day is open until it is over.
    const { closes_at: closes } = body as { closes_at: string };
    expect(Date.parse(closes) - 1).toBeGreaterThan(Date.parse(`${addDays(today(), 30)}T12:00:00Z`));
    expect(Date.parse(closes)).toBeLessThan(Date.parse(`${addDays(today(), 31)}T00:00:00Z`));
  });

  it("shows a fault at its field, and what is left of the day", async () => {
    answer = () =>
      json(422, {
        code: "invalid_request",
        title: "À corriger",
        status: 422,
        errors: [{ pointer: "/closes_at", code: "out_of_range", message: "Une date à venir." }],
      });
    drawn();
    await userEvent.click(await screen.findByRole("button", { name: /^Inviter/ }));
    expect(await screen.findByLabelText(/Dernier jour/)).toHaveAccessibleDescription(
      /Une date à venir/,
    );
    answer = () =>
      json(409, {
        code: "quiz_invitation_quota_reached",
        title: "Plus d’invitation aujourd’hui",
        status: 409,
        current: { left_today: 1, asked: 2 },
      });
    await userEvent.click(screen.getByRole("button", { name: /^Inviter/ }));
    expect(await screen.findByText("Plus d’invitation aujourd’hui")).toBeInTheDocument();
    expect(screen.getByText(/encore inviter 1 personne/)).toBeInTheDocument();
  });

  it("leads to the quizzes where none is published", async () => {
    quizzes = [];
    drawn();
    expect(await screen.findByText("Aucun quiz n’est publié")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Ouvrir les quiz" })).toBeInTheDocument();
  });
});
