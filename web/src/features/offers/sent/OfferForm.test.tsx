import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
import { offer } from "@/test/offer";
import { axeViolations, renderInApp } from "@/test/render";
import { EMPTY } from "./draft";
import { OfferForm } from "./OfferForm";

const changes = vi.hoisted(() => ({ create: vi.fn(), write: vi.fn() }));
vi.mock("./queries", () => ({
  useOfferChanges: () => changes,
  publishedQuizzesQuery: {
    queryKey: ["quizzes"],
    queryFn: () => Promise.resolve([{ id: "q1", title: "Lecture de plans" }]),
  },
}));
vi.mock("@/ui/FileUpload", () => ({ FileUpload: () => null }));
vi.mock("@tanstack/react-router", () => ({
  Link: () => null,
  useBlocker: () => ({ status: "idle" }),
}));

const done = vi.fn();
const SEARCH = { criteria: [{ skill: "101" }] };

const draw = (draft?: ReturnType<typeof offer>) =>
  renderInApp(
    <>
      <h1>Offre</h1>
      <OfferForm
        {...(draft ? { offer: draft } : { initial: { ...EMPTY, search: SEARCH } })}
        profiles={["p1", "p2"]}
        jobPicker={(onPick) => (
          <button type="button" onClick={() => onPick("H2913", "Soudage manuel")}>
            Prendre un métier
          </button>
        )}
        onDone={done}
        onCancel={() => undefined}
      />
    </>,
  );

const save = () => screen.getByRole("button", { name: "Enregistrer le brouillon" });
const title = () => screen.getByRole("textbox", { name: /Intitulé/ });

beforeEach(() => {
  changes.create.mockReset();
  changes.write.mockReset();
  done.mockReset();
});

describe("writing an offer", () => {
  it("keeps a new one with its people, and tells the criteria unless one does not want to", async () => {
    changes.create.mockResolvedValue(offer());
    const { container } = draw();
    await screen.findByRole("combobox", { name: /Quiz/ });
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(save());
    expect(screen.getByText("Donnez un intitulé à cette offre.")).toBeVisible();
    expect(title()).toHaveFocus();
    await userEvent.type(title(), "Soudeuse");
    await userEvent.click(screen.getByRole("button", { name: "Prendre un métier" }));
    await userEvent.type(screen.getByRole("textbox", { name: "À partir de" }), "2 100,50");
    await userEvent.click(screen.getByRole("checkbox", { name: /quels critères/ }));
    await userEvent.click(save());
    await waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(changes.create).toHaveBeenCalledExactlyOnceWith({
      offer: expect.objectContaining({
        title: "Soudeuse",
        job: "H2913",
        pay: { min: 210_050, max: null, per: "month" },
        search: null,
      }),
      recipients: ["p1", "p2"],
    });
  });

  it("keeps what was typed where it is refused, and says why at the field", async () => {
    changes.create.mockRejectedValue(
      new ApiProblem(422, {
        title: "Refusée",
        errors: [{ pointer: "/offer/place", code: "too_long", message: "Trop long." }],
      }),
    );
    draw();
    await userEvent.type(title(), "Soudeuse");
    await userEvent.click(save());
    expect(await screen.findByText("Trop long.")).toBeVisible();
    await waitFor(() => expect(screen.getByRole("textbox", { name: /Lieu/ })).toHaveFocus());
    expect(title()).toHaveValue("Soudeuse");
  });

  it("shows what somebody else wrote meanwhile", async () => {
    const theirs = offer({ version: 4, title: "Chaudronnière" });
    changes.write.mockRejectedValueOnce(new ApiProblem(412, { code: "stale", current: theirs }));
    changes.write.mockResolvedValueOnce(theirs);
    draw(offer());
    await userEvent.type(title(), " (F/H)");
    await userEvent.click(save());
    expect(await screen.findByText("Chaudronnière")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: /mien|ma version|garder/i }));
    await userEvent.click(save());
    await waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(changes.write).toHaveBeenLastCalledWith(
      theirs.id,
      expect.objectContaining({ title: "Soudeuse ou soudeur (F/H)" }),
      4,
    );
  });
});
