import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
import { axeViolations, renderInApp } from "@/test/render";
import { SearchFailure } from "./SearchFailure";
import { EMPTY_SEARCH } from "./state";

it.each([
  ["search_quota_reached", "Vous avez fait toutes les recherches permises en une heure."],
  ["result_quota_reached", "Vos recherches ont montré toutes les personnes permises en une heure."],
])("%s says why, until when, and that nothing typed is lost", async (code, title) => {
  const error = new ApiProblem(429, { status: 429, code, title }, 1_500);
  const { container } = renderInApp(
    <SearchFailure
      error={error}
      state={EMPTY_SEARCH}
      labelOf={(code) => code}
      companyLink={null}
      onChange={vi.fn()}
      onRetry={vi.fn()}
    />,
  );
  expect(screen.getByText("Vous avez atteint la limite d’une heure")).toBeVisible();
  expect(screen.getByText(/de profils affichés est limité par heure/)).toBeVisible();
  expect(screen.getByText(/Vos critères sont gardés/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Réessayer dans 25 minutes" })).toBeDisabled();
  expect(await axeViolations(container)).toEqual([]);
});
