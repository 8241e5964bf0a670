import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
import type { DecisionBody, Grid, ReviewedExperience } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { DecisionForm } from "./DecisionForm";

const changes = vi.hoisted(() => ({
  decide: vi.fn<(body: DecisionBody) => Promise<void>>(),
  renew: vi.fn(),
}));
vi.mock("./queries", () => ({ useReview: () => changes }));
vi.mock("@/ui/FileUpload", () => ({ FileUpload: () => null }));

const GRID: Grid = {
  id: "g1",
  version: 1,
  name: "Atelier",
  steps: [
    { position: 0, name: "À revoir", common_level: null, passing: false },
    { position: 1, name: "Tenu", common_level: 3, passing: true },
    { position: 2, name: "Transmis", common_level: 4, passing: true },
  ],
};
const REVIEW = {
  id: "s1",
  skills: [
    { skill: "101", label: "Souder", level: 3 },
    { skill: "102", label: "Poncer", level: 2 },
  ],
} as unknown as ReviewedExperience;

const done = vi.fn();

function draw(grids: Grid[] = [GRID]) {
  return renderInApp(
    <>
      <h1>Avis</h1>
      <DecisionForm
        organisation="o1"
        review={REVIEW}
        grids={grids}
        skillPicker={() => null}
        onDone={done}
      />
    </>,
  );
}

const send = () => screen.getByRole("button", { name: "Attester" });
const stepOf = (label: string) => screen.getByRole("combobox", { name: `Échelon pour ${label}` });

beforeEach(() => {
  changes.decide.mockReset().mockResolvedValue();
  done.mockReset();
});

describe("a decision", () => {
  it("asks for both judgements before anything is sent", async () => {
    const user = userEvent.setup();
    const { container } = draw();
    // The one step that says what is claimed is there already; the other skill has none.
    expect(stepOf("Souder")).toHaveDisplayValue(/^Tenu/);
    await user.click(send());
    expect(screen.getByText("Dites si les pièces sont authentiques.")).toBeVisible();
    expect(screen.getByText("Choisissez un échelon, ou « Non attestée ».")).toBeVisible();
    expect(changes.decide).not.toHaveBeenCalled();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("is sent as it was judged", async () => {
    const user = userEvent.setup();
    draw();
    await user.click(screen.getByRole("radio", { name: "Les pièces sont authentiques" }));
    await user.selectOptions(stepOf("Poncer"), "Non attestée");
    await user.click(send());
    await user.type(
      screen.getByRole("textbox", { name: "Pourquoi Poncer n’est pas attestée" }),
      "Rien ne le montre",
    );
    await user.click(send());
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(changes.decide.mock.calls).toEqual([
      [
        {
          proofs: { judgement: "authentic" },
          skills: [
            { skill: "101", grid_id: "g1", step: 1 },
            { skill: "102", reason: "Rien ne le montre" },
          ],
          text: null,
          expires_on: null,
          file_id: null,
        },
      ],
    ]);
  });

  it("says when it went another way meanwhile, and asks anew", async () => {
    const user = userEvent.setup();
    changes.decide.mockRejectedValue(
      new ApiProblem(409, { title: "Déjà décidée.", code: "illegal_transition" }),
    );
    draw();
    await user.click(screen.getByRole("radio", { name: "Les pièces sont authentiques" }));
    await user.selectOptions(stepOf("Poncer"), "g1:1");
    await user.click(send());
    await screen.findByText("Déjà décidée.");
    expect(changes.renew).toHaveBeenCalled();
    expect(done).not.toHaveBeenCalled();
  });

  it("is impossible without a grid, and says how to come by one", () => {
    draw([]);
    expect(screen.getByText(/Aucune grille n’a d’échelon/)).toBeVisible();
  });
});
