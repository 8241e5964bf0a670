import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
import { session } from "@/api/session";
import { axeViolations, renderInApp } from "@/test/render";
import { AcceptForm } from "./AcceptForm";

// Links need a router, which these tests do without.
vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ to, children }: { to: string; children: string }) => <a href={to}>{children}</a>,
}));

const CONTACT = { version: 3, email: "ines@exemple.test", phone: "+33612345678", cv: null };
const PROOF = {
  id: "p1",
  name: "diplome.pdf",
  media_type: "application/pdf",
  bytes: 120_000,
  experience_id: "e1",
  experience_title: "Boulangerie",
  shown: "clean",
  is_masked: true,
  added_at: "2026-03-02T08:00:00Z",
};

const answers: Record<string, unknown> = {
  "/api/v1/me/contact-details": CONTACT,
  "/api/v1/me/shareable-proofs": { items: [PROOF], next_cursor: null },
  "/api/v1/policies": { items: [{ version: "sharing-1", topic: "sharing", is_in_force: true }] },
  "/api/v1/policies/sharing-1": { version: "sharing-1", text: "Titre\n\nUne phrase." },
};

beforeEach(() => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request) => {
      const body = answers[new URL(request.url).pathname];
      return new Response(JSON.stringify(body ?? {}), { status: body ? 200 : 404 });
    }),
  );
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});

type Accept = (body: unknown) => Promise<unknown>;

const drawn = async (accept: Accept) => {
  const view = renderInApp(<AcceptForm company="Fournil" accept={accept} onCancel={() => {}} />);
  await screen.findByRole("checkbox", { name: "diplome.pdf" });
  await screen.findByRole("button", { name: /Ce que vous acceptez en partageant/ });
  return view;
};

const goOn = async () => {
  await userEvent.click(screen.getByRole("button", { name: "Continuer" }));
  return await screen.findByRole("dialog");
};

describe("saying yes", () => {
  it("ticks nothing by itself, and shows what the company would read", async () => {
    const { container } = await drawn(async () => undefined);
    for (const box of screen.getAllByRole("checkbox")) expect(box).not.toBeChecked();
    expect(screen.getByText(/06 12 34 56 78/)).toBeInTheDocument();
    expect(screen.getByRole("checkbox", { name: "Mon CV" })).toBeDisabled();
    expect(screen.getByRole("link", { name: /mes coordonnées/ })).toHaveAttribute(
      "href",
      "/mes-coordonnees",
    );
    expect(await axeViolations(container)).toEqual([]);
  });

  it("accepts without sharing anything, once it was asked again", async () => {
    const accept = vi.fn(async () => undefined);
    await drawn(accept);
    const dialog = await goOn();
    expect(dialog).toHaveTextContent("ne verra aucune de vos coordonnées");
    expect(accept).not.toHaveBeenCalled();
    await userEvent.click(within(dialog).getByRole("button", { name: "Accepter l’offre" }));
    expect(accept).toHaveBeenCalledWith({ items: [] });
  });

  it("sends what is ticked alone, with the text that was read", async () => {
    const accept = vi.fn(async () => undefined);
    await drawn(accept);
    await userEvent.click(screen.getByRole("checkbox", { name: "Mon numéro de téléphone" }));
    await userEvent.click(screen.getByRole("checkbox", { name: "Mon adresse e-mail" }));
    await userEvent.click(screen.getByRole("checkbox", { name: "diplome.pdf" }));
    await userEvent.click(screen.getByRole("checkbox", { name: "Mon numéro de téléphone" }));
    const dialog = await goOn();
    expect(
      within(dialog)
        .getAllByRole("listitem")
        .map((line) => line.textContent),
    ).toEqual([
      "Mon adresse e-mail\u00a0: ines@exemple.test",
      "diplome.pdf (120\u00a0ko), copie masquée",
    ]);
    await userEvent.click(within(dialog).getByRole("button", { name: "Accepter l’offre" }));
    expect(accept).toHaveBeenCalledWith({
      items: [{ kind: "email" }, { kind: "proof", id: "p1" }],
      policy_version: "sharing-1",
    });
  });

  it("says at the item what is wrong with it, and keeps what is ticked", async () => {
    const fault = { pointer: "/items/1", code: "unknown_proof", message: "Cette pièce manque." };
    await drawn(async () => {
      throw new ApiProblem(422, { title: "Refusé", errors: [fault] });
    });
    await userEvent.click(screen.getByRole("checkbox", { name: "Mon adresse e-mail" }));
    await userEvent.click(screen.getByRole("checkbox", { name: "diplome.pdf" }));
    const dialog = await goOn();
    await userEvent.click(within(dialog).getByRole("button", { name: "Accepter l’offre" }));
    expect(await screen.findByText("Cette pièce manque.")).toBeInTheDocument();
    expect(screen.queryByText("Refusé")).not.toBeInTheDocument();
    expect(screen.getByRole("checkbox", { name: "Mon adresse e-mail" })).toBeChecked();
  });
});
