import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ApiProblem } from "@/api/problem";
import { renderInApp } from "@/test/render";
import { ProblemNotice } from "./ProblemNotice";

function draw(retryAfter: number) {
  const problem = new ApiProblem(429, { title: "Trop de demandes." }, retryAfter);
  renderInApp(<ProblemNotice error={problem} onRetry={() => undefined} />);
  return screen.getByRole("button").textContent;
}

describe("ProblemNotice", () => {
  it("counts a short wait in seconds", () => {
    expect(draw(2)).toBe("Réessayer dans 2 secondes");
  });

  it("counts a long wait in minutes", () => {
    expect(draw(3541)).toBe("Réessayer dans 60 minutes");
  });

  it("lets people try again at once when there is nothing to wait for", () => {
    expect(draw(0)).toBe("Réessayer");
  });
});
