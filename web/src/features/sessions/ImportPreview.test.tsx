import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { EnrolmentImport, ImportRow } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { ImportPreview } from "./ImportPreview";

const row = (what: Partial<ImportRow>): ImportRow => ({
  line: 2,
  action: "create",
  status: "invited",
  first_name: "Zoé",
  last_name: "Lefèvre",
  email: "zoe@exemple.test",
  reference: null,
  employer: null,
  starts_on: null,
  ends_on: null,
  errors: [],
  ...what,
});

const WRONG = row({
  line: 3,
  action: "error",
  status: null,
  first_name: null,
  last_name: null,
  email: "pas-une-adresse",
  errors: [
    { column: 3, code: "email", message: "Cette adresse n’est pas valable." },
    { column: null, code: "duplicate", message: "Citée deux fois." },
  ],
});

function draw(rows: ImportRow[]) {
  const count = (action: ImportRow["action"]) => rows.filter((one) => one.action === action).length;
  const shown = {
    id: "i1",
    expires_at: "2026-03-03T08:00:00Z",
    confirmed_at: null,
    counts: {
      create: count("create"),
      match: count("match"),
      already: count("already"),
      error: count("error"),
    },
    ignored_columns: [],
    rows,
  } as EnrolmentImport;
  const onConfirm = vi.fn();
  const { container } = renderInApp(
    <ImportPreview
      name="promo.csv"
      shown={shown}
      pending={false}
      onConfirm={onConfirm}
      onAgain={() => undefined}
    />,
  );
  return { container, onConfirm };
}

describe("ImportPreview", () => {
  it("begins with what is wrong, told by line and column", async () => {
    const { container } = draw([row({}), WRONG]);
    expect(screen.getByRole("radio", { name: "En erreur, 1 ligne" })).toBeChecked();
    expect(screen.getByText("Ligne 3")).toBeVisible();
    expect(screen.getByText(/^Colonne C.: Cette adresse n’est pas valable\.$/)).toBeVisible();
    expect(screen.getByText("Citée deux fois.")).toBeVisible();
    expect(screen.queryByText("Ligne 2")).toBeNull();
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole("radio", { name: "Toutes les lignes, 2" }));
    expect(screen.getByText("Ligne 2")).toBeVisible();
  });

  it("shows the employer that a row names", () => {
    draw([row({ reference: "D-42", employer: "Chantiers Lefort" })]);
    expect(screen.getByText("zoe@exemple.test · D-42 · Chantiers Lefort")).toBeVisible();
  });

  it("confirms without the rows in error only when it is told so", async () => {
    const { onConfirm } = draw([row({}), WRONG]);
    await userEvent.click(
      screen.getByRole("button", { name: "Inscrire 1 personne, sans les lignes en erreur" }),
    );
    expect(onConfirm).toHaveBeenCalledWith(true);
  });

  it("confirms everything when nothing is wrong, and says who will wait", async () => {
    const { onConfirm } = draw([row({}), row({ line: 4, status: "waiting" })]);
    const waiting = screen.getByText("Ligne 4").closest("li") as HTMLElement;
    expect(within(waiting).getByText("En attente d’une place")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Inscrire 2 personnes" }));
    expect(onConfirm).toHaveBeenCalledWith(false);
  });

  it("has nothing to confirm when everybody is there already", () => {
    draw([row({ action: "already", status: null })]);
    expect(screen.getByRole("button", { name: "Personne à inscrire" })).toBeDisabled();
    expect(screen.getByText("Déjà dans la session")).toBeVisible();
  });
});
