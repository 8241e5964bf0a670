import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { session } from "@/api/session";
import type { Enrolment, TrainingSession } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { ParticipantForm } from "./ParticipantForm";

const HELP = "Laissez vide pour un demandeur d’emploi ou un particulier.";
const SESSION = { id: "t1", status: "planned" } as TrainingSession;
const ZOE = {
  id: "e1",
  first_name: "Zoé",
  last_name: "Lefèvre",
  email: null,
  reference: null,
  employer: "Métallerie Bosser",
  status: "enrolled",
  starts_on: "2026-03-02",
  ends_on: null,
  version: 3,
} as Enrolment;
let sent: { method: string; version: string | null; body: Record<string, unknown> }[];
let answer: () => Response;

beforeEach(() => {
  sent = [];
  answer = () => new Response(JSON.stringify({ ...ZOE, history: [] }), { status: 200 });
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request) => {
      const { method, headers } = request;
      sent.push({ method, version: headers.get("if-match"), body: await request.json() });
      return answer();
    }),
  );
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});

function draw(enrolment?: Enrolment) {
  const onDone = vi.fn();
  const { container } = renderInApp(
    <ParticipantForm
      organisation="o1"
      session={SESSION}
      {...(enrolment ? { enrolment } : {})}
      onDone={onDone}
      onCancel={() => undefined}
    />,
  );
  const field = (name: string) => screen.getByRole("textbox", { name });
  const write = (name: string, value: string) =>
    fireEvent.change(field(name), { target: { value } });
  return { container, field, onDone, write };
}

it("asks for the employer, says when to leave it empty, and sends it", async () => {
  const { container, field, onDone, write } = draw();
  expect(field("Employeur")).toHaveAccessibleDescription(HELP);
  expect(await axeViolations(container)).toEqual([]);
  write("Nom", "Lefèvre");
  write("Prénom", "Zoé");
  write("Employeur", "  Chantiers Lefort ");
  await userEvent.click(screen.getByRole("button", { name: "Inscrire" }));
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(sent[0]).toMatchObject({
    method: "POST",
    body: { last_name: "Lefèvre", employer: "Chantiers Lefort" },
  });
});

it("writes an employer anew, and none when the field is emptied", async () => {
  const { field, onDone, write } = draw(ZOE);
  expect(field("Employeur")).toHaveValue("Métallerie Bosser");
  write("Employeur", "");
  await userEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(sent[0]).toMatchObject({ method: "PUT", version: '"3"', body: { employer: null } });
});

it("shows what is wrong with the employer at its field", async () => {
  const message = "200 caractères au plus.";
  answer = () =>
    new Response(
      JSON.stringify({
        title: "Saisie refusée",
        status: 422,
        code: "invalid_request",
        errors: [{ pointer: "/employer", code: "too_long", message }],
      }),
      { status: 422, headers: { "content-type": "application/problem+json" } },
    );
  const { field, onDone } = draw(ZOE);
  await userEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
  await waitFor(() => expect(field("Employeur")).toBeInvalid());
  expect(screen.getByText(message)).toBeVisible();
  expect(onDone).not.toHaveBeenCalled();
});
