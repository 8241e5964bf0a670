import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
import type {
  ValidationCell,
  ValidationGrid,
  ValidationPreview,
  WrittenValidations,
} from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { cell, entry, gridOf, proposal } from "../model/sample";
import { GridBoard } from "./GridBoard";

const changes = vi.hoisted(() => ({
  preview: vi.fn<(cells: ValidationCell[]) => Promise<ValidationPreview>>(),
  write: vi.fn<(cells: ValidationCell[]) => Promise<WrittenValidations>>(),
  renew: vi.fn<() => Promise<ValidationGrid>>(),
}));
vi.mock("../gridQueries", () => ({ useGridChanges: () => changes }));
vi.mock("@tanstack/react-router", () => ({
  Link: ({ children }: { children: string }) => <a href="/">{children}</a>,
  useBlocker: () => ({ status: "idle" }),
}));

const allSound = (cells: ValidationCell[]): ValidationPreview => ({
  two_people: false,
  cells: cells.map(() => ({
    action: "write",
    step_name: "Autonome",
    common_level: 3,
    passing: true,
    is_converted: false,
    off_programme: false,
    expires_on: null,
    supersedes: null,
    errors: [],
  })),
});

const OPEN = cell({
  current: null,
  replaced: null,
  version: 0,
  entries: 0,
  status: "in_evaluation",
  proposals: [proposal("a1", 3, "2026-03-04T08:00:00Z")],
});

let wide = true;

beforeEach(() => {
  wide = true;
  changes.preview.mockReset().mockImplementation(async (cells) => allSound(cells));
  changes.write.mockReset().mockImplementation(async (cells) => ({
    validations: cells.map((_, place) => `v${place}`),
    proposals: [],
  }));
  changes.renew.mockReset().mockResolvedValue(gridOf([OPEN]));
  const before = globalThis.matchMedia;
  vi.stubGlobal("matchMedia", (query: string) => ({ ...before(query), matches: wide }));
});

afterEach(() => vi.unstubAllGlobals());

function draw(cells = [OPEN]) {
  const { container } = renderInApp(
    <>
      <h1>Session</h1>
      <h2>Validations</h2>
      <GridBoard
        place={{ organisation: "o1", session: "s1" }}
        grid={gridOf(cells)}
        grids={[]}
        writes
        address={{ view: undefined, person: undefined, skill: undefined }}
        onAddress={() => undefined}
        skillPicker={null}
        toQueue={null}
      />
    </>,
  );
  return container;
}

const button = (name: RegExp) => screen.getByRole("button", { name });
const review = async () => {
  await userEvent.click(button(/^Relire et enregistrer/));
  return screen.findByRole("dialog", { name: "Relire avant d’enregistrer" });
};

describe("GridBoard", () => {
  it("is one stop of the tab key in its table; arrows move, Enter opens", async () => {
    const container = draw();
    const user = userEvent.setup();
    button(/^Zoé Martin, Souder/).focus();
    await user.keyboard("{ArrowRight}{ArrowDown}");
    expect(document.activeElement).toHaveAccessibleName(/^Ali Martin, Découper/);
    await user.keyboard("{ArrowRight}{ArrowRight}");
    expect(document.activeElement).toHaveAccessibleName(/^Ali Martin, Nos consignes/);
    expect(await axeViolations(container)).toEqual([]);
    await user.keyboard("{ArrowLeft}{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "Ali Martin, Découper" });
    expect(within(dialog).getByRole("radio", { name: "Maîtrise" })).toBeVisible();
  });

  it("takes up what results propose, and writes it once it is confirmed", async () => {
    draw();
    await userEvent.click(button(/^Tout reprendre/));
    expect(screen.queryByRole("button", { name: /^Tout reprendre/ })).toBeNull();
    expect(changes.write).not.toHaveBeenCalled();
    const dialog = await review();
    await within(dialog).findByText("1 nouvelle validation");
    await userEvent.click(within(dialog).getByRole("button", { name: "Enregistrer 1 validation" }));
    await screen.findByText("1 validation enregistrée.");
    expect(changes.write.mock.calls[0]?.[0]).toMatchObject([
      { person_id: "zoe", skill: "101", level: { common_level: 3 } },
    ]);
    expect(screen.queryByRole("button", { name: /^Relire/ })).toBeNull();
  });

  it("leaves out what is refused, which stays a draft", async () => {
    changes.preview.mockImplementation(async (cells) => {
      const { cells: sound, ...rest } = allSound(cells);
      const [first, ...others] = sound;
      const errors = [{ pointer: "/cells/0/level", code: "no_mapping", message: "Sans échelle." }];
      return { ...rest, cells: first ? [{ ...first, action: "refuse", errors }, ...others] : [] };
    });
    draw([OPEN, { ...OPEN, person_id: "ali" }]);
    await userEvent.click(button(/^Tout reprendre/));
    const dialog = await review();
    await within(dialog).findByText("Sans échelle.");
    await userEvent.click(within(dialog).getByRole("button", { name: "Enregistrer 1 validation" }));
    await screen.findByText("1 validation enregistrée.");
    expect(changes.write.mock.calls[0]?.[0]).toMatchObject([{ person_id: "ali" }]);
    expect(screen.getByText(/^1 case en brouillon/)).toBeVisible();
  });

  it("asks cell by cell when somebody wrote between the review and the confirmation", async () => {
    const current = entry({ step_name: "Expert", common_level: 4 });
    const stale = { cells: [{ cell: 0, person_id: "zoe", code: "101", version: 2, current }] };
    changes.write.mockRejectedValueOnce(
      new ApiProblem(412, { title: "Modifié", code: "stale", current: stale }),
    );
    draw();
    await userEvent.click(button(/^Tout reprendre/));
    const dialog = await review();
    await userEvent.click(
      await within(dialog).findByRole("button", { name: "Enregistrer 1 validation" }),
    );
    await within(dialog).findByText(/^Expert/);
    await userEvent.click(within(dialog).getByRole("button", { name: /^Garder ma saisie/ }));
    await waitFor(() => expect(changes.preview).toHaveBeenCalledTimes(2));
    expect(changes.preview.mock.calls[1]?.[0]).toMatchObject([{ version: 2 }]);
  });

  it("goes through one person at a time where there is no room for a table", () => {
    wide = false;
    draw();
    expect(screen.queryByRole("grid")).toBeNull();
    expect(screen.getByRole("combobox", { name: "Personne" })).toHaveValue("zoe");
    expect(button(/^Évaluer Zoé Martin, Souder/)).toBeVisible();
    expect(button(/^Voir Zoé Martin, Nos consignes/)).toBeVisible();
  });
});
