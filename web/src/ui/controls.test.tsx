import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
import { axeViolations, renderInApp } from "@/test/render";
import { Choices } from "./Choices";
import { Folded } from "./Folded";
import { ProblemNotice } from "./ProblemNotice";
import { ReasonButton } from "./ReasonButton";
import { SearchCombobox, type Suggestion } from "./SearchCombobox";

function Levels() {
  const [value, setValue] = useState("any");
  return (
    <Choices
      legend="Niveau"
      value={value}
      onChange={setValue}
      choices={[
        { value: "any", label: "Tous" },
        { value: "1", label: 1, figure: "12", spoken: "Niveau 1, 12 profils" },
        { value: "2", label: 2, figure: "7", spoken: "Niveau 2, 7 profils" },
      ]}
    />
  );
}

describe("Choices", () => {
  it("is one tab stop, moved through with the arrows", async () => {
    const { container } = renderInApp(<Levels />);
    await userEvent.tab();
    expect(screen.getByRole("radio", { name: "Tous" })).toHaveFocus();
    await userEvent.keyboard("{ArrowRight}");
    expect(screen.getByRole("radio", { name: "Niveau 1, 12 profils" })).toBeChecked();
    expect(await axeViolations(container)).toEqual([]);
  });
});

describe("Folded", () => {
  it("folds on Escape and gives the focus back", async () => {
    renderInApp(
      <Folded button="Compte">{() => <button type="button">Se déconnecter</button>}</Folded>,
    );
    const button = screen.getByRole("button", { name: "Compte" });
    await userEvent.click(button);
    await userEvent.tab();
    expect(screen.getByRole("button", { name: "Se déconnecter" })).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("button", { name: "Se déconnecter" })).toBeNull();
    expect(button).toHaveFocus();
  });
});

const SUGGESTIONS: Suggestion[] = [
  { code: "1", label: "Souder à l’arc" },
  { code: "2", label: "Souder au gaz", hint: "Déjà dans la recherche", disabled: true },
];

function Picker({ onPick }: { onPick: (picked: Suggestion) => void }) {
  const [words, setWords] = useState("");
  return (
    <SearchCombobox
      label="Compétence"
      placeholder=""
      words={words}
      onWords={setWords}
      suggestions={words === "" ? [] : SUGGESTIONS}
      loading={false}
      onPick={onPick}
      inDialog
    />
  );
}

describe("SearchCombobox", () => {
  it("takes the first suggestion with Enter and clears the field", async () => {
    const onPick = vi.fn();
    renderInApp(<Picker onPick={onPick} />);
    const field = screen.getByRole("combobox", { name: "Compétence" });
    await userEvent.type(field, "soud");
    expect(await screen.findByRole("status")).toHaveTextContent("2 propositions");
    await userEvent.keyboard("{Enter}");
    expect(onPick).toHaveBeenCalledWith(SUGGESTIONS[0]);
    expect(field).toHaveValue("");
  });

  it("shows a suggestion that is taken without letting it be chosen again", async () => {
    const onPick = vi.fn();
    renderInApp(<Picker onPick={onPick} />);
    await userEvent.type(screen.getByRole("combobox"), "soud");
    await userEvent.click(await screen.findByText("Souder au gaz"));
    expect(onPick).not.toHaveBeenCalled();
  });
});

describe("ProblemNotice", () => {
  it("says what happened, with the reference, and waits as long as it was told", () => {
    const body = { title: "Trop de demandes", code: "rate_limited", request_id: "ref-7" };
    renderInApp(<ProblemNotice error={new ApiProblem(429, body, 9)} onRetry={() => undefined} />);
    expect(screen.getByRole("alert")).toHaveTextContent("Trop de demandes");
    expect(screen.getByText("ref-7")).toBeVisible();
    expect(screen.getByRole("button", { name: /Réessayer dans 9 secondes/ })).toBeDisabled();
  });

  it("speaks of the connection when nothing was reached", () => {
    renderInApp(<ProblemNotice error={new TypeError("Failed to fetch")} />);
    expect(screen.getByRole("alert")).toHaveTextContent("Le serveur ne répond pas");
  });
});

describe("ReasonButton", () => {
  it("decides nothing without a reason", async () => {
    const action = vi.fn(async () => undefined);
    renderInApp(
      <ReasonButton
        label="Refuser"
        title="Refuser ?"
        help=""
        confirm="Confirmer"
        action={action}
      />,
    );
    await userEvent.click(screen.getByRole("button", { name: "Refuser" }));
    await userEvent.click(await screen.findByRole("button", { name: "Confirmer" }));
    expect(await screen.findByText(/Indiquez le motif/)).toBeVisible();
    expect(action).not.toHaveBeenCalled();
    await userEvent.type(screen.getByRole("textbox", { name: "Motif" }), "  Adresse inconnue  ");
    await userEvent.click(screen.getByRole("button", { name: "Confirmer" }));
    expect(action).toHaveBeenCalledWith("Adresse inconnue");
  });
});
