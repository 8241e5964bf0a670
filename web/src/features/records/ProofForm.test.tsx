import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { session } from "@/api/session";
import { renderInApp } from "@/test/render";
import { CARD, FakeRequest, RULES } from "@/test/upload";
import { ProofForm } from "./ProofForm";

const ADA = { enrolment_id: "e1", first_name: "Ada", last_name: "Lovelace" };
const ANSWERS: Record<string, unknown> = {
  "file-rules": RULES,
  "attendance-totals": { trainees: [ADA] },
  attendance: { items: [] },
};
let written: unknown[];

beforeEach(() => {
  FakeRequest.all = [];
  written = [];
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request) => {
      if (request.method === "POST") written.push(await request.json());
      const last = new URL(request.url).pathname.split("/").at(-1) ?? "";
      return new Response(JSON.stringify(ANSWERS[last] ?? {}), { status: 200 });
    }),
  );
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});

it("an element of proof waits for its file", async () => {
  const done = vi.fn();
  const place = { organisation: "o1", session: "t1" };
  renderInApp(<ProofForm place={place} onDone={done} onCancel={() => undefined} />);
  await screen.findByRole("option", { name: /Lovelace/ });
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Stagiaire" }), "e1");
  fireEvent.change(screen.getByLabelText(/^Heure/), { target: { value: "09:00" } });
  fireEvent.change(screen.getByRole("textbox", { name: /^Description/ }), {
    target: { value: "Connexion à la classe" },
  });
  const input = screen.getByLabelText(/^Fichier/);
  await waitFor(() => expect(input).toBeEnabled());
  const file = new File(["%PDF"], "arrêt.pdf", { type: "application/pdf" });
  fireEvent.change(input, { target: { files: [file] } });
  await waitFor(() => expect(FakeRequest.all.length).toBe(1));
  const submit = () => userEvent.click(screen.getByRole("button", { name: "Ajouter cet élément" }));
  await submit();
  expect(await screen.findByText(/encore en cours d’envoi/)).toBeVisible();
  expect(written).toEqual([]);
  act(() => FakeRequest.all[0]?.answer(201, CARD));
  await screen.findByText("arrêt.pdf");
  expect(screen.queryByText(/encore en cours d’envoi/)).not.toBeInTheDocument();
  await submit();
  await waitFor(() => expect(done).toHaveBeenCalled());
  expect(written).toMatchObject([{ enrolment_id: "e1", file_id: CARD.id }]);
});
