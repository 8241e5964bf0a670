import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
import type { SharedPassport as Shown } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { SharedPassport } from "./SharedPassport";

type View = (key: { token: string; password?: string | null }) => Promise<Shown>;
const view = vi.hoisted(() => vi.fn<View>());
vi.mock("../check/queries", () => ({ viewShare: view, sharedProof: vi.fn() }));

const SHOWN: Shown = {
  recipient: "Atelier du port",
  expires_at: "2026-04-02T08:00:00Z",
  as_of: "2026-03-03",
  scope: {
    is_whole: true,
    skills: [],
    from: null,
    to: null,
    with_proofs: false,
    with_contact: false,
    audience: "recruiter",
  },
  holder: { first_name: "Léa", last_name: "Martin", former_names: [], email: null },
  skills: [
    {
      skill: { code: "101", label: "Souder", release: 4 },
      declared: { level: 2, declared_at: "2026-01-05T09:00:00Z" },
      validated: { level: 3, until: null, proved_at: "2026-02-05T09:00:00Z" },
      external_count: 0,
    },
  ],
  validations: [],
  grids: [],
  experiences: [],
  external: [],
};

const refused = (status: number, code: string, errors: ApiProblem["errors"] = []) =>
  new ApiProblem(status, { title: "Refusé.", code, errors: [...errors] });

beforeEach(() => {
  view.mockReset().mockResolvedValue(SHOWN);
});

describe("a link to a passport", () => {
  it("shows what is declared and what is validated side by side", async () => {
    const { container } = renderInApp(
      <>
        <h1>Carnet partagé</h1>
        <SharedPassport token="secret" />
      </>,
    );
    await screen.findByRole("heading", { level: 2, name: "Léa Martin" });
    expect(screen.getByText("déclarée")).toBeVisible();
    expect(screen.getByText("validée")).toBeVisible();
    expect(view).toHaveBeenCalledTimes(1);
    expect(await axeViolations(container)).toEqual([]);
  });

  it("asks for the password where there is one, and says when it is wrong", async () => {
    const user = userEvent.setup();
    view.mockRejectedValueOnce(refused(403, "share_password_required"));
    renderInApp(<SharedPassport token="secret" />);
    await user.type(await screen.findByLabelText(/^Mot de passe du lien/), "faux");
    view.mockRejectedValueOnce(
      refused(422, "invalid", [
        { pointer: "/password", code: "wrong_password", message: "Ce n’est pas le bon." },
      ]),
    );
    await user.click(screen.getByRole("button", { name: "Ouvrir" }));
    await screen.findByText("Ce n’est pas le bon.");
    await user.click(screen.getByRole("button", { name: "Ouvrir" }));
    await screen.findByRole("heading", { level: 2, name: "Léa Martin" });
    expect(view.mock.calls.at(-1)?.[0]).toEqual({ token: "secret", password: "faux" });
  });

  it("shows nothing once it is over", async () => {
    view.mockRejectedValue(refused(404, "not_found"));
    renderInApp(<SharedPassport token="secret" />);
    await screen.findByText("Ce lien ne montre rien");
    await waitFor(() => expect(view).toHaveBeenCalledTimes(1));
  });
});
