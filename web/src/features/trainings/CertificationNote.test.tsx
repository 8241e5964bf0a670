import { screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
import { axeViolations, renderInApp } from "@/test/render";
import { CertificationNote } from "./CertificationNote";

const answer = vi.hoisted(() => ({ get: vi.fn() }));

vi.mock("@/api/client", () => ({
  api: { GET: answer.get },
  unwrap: (given: unknown) => given,
}));

const BAKER = {
  number: "RNCP37537",
  title: "Boulanger",
  level: 3,
  active: true,
  ends_on: null,
  jobs: [{ code: "D1102", label: "Boulanger / Boulangère", family: true }],
  url: "https://www.francecompetences.fr/recherche/rncp/37537/",
  published_on: "2026-03-02",
};

describe("CertificationNote", () => {
  beforeEach(() => {
    answer.get.mockReset();
  });

  it("shows the title of the number, without remark where all is well", async () => {
    answer.get.mockResolvedValue(BAKER);
    const { container } = renderInApp(<CertificationNote code="rncp37537" jobs={["D1102"]} />);
    expect(await screen.findByRole("link", { name: "Boulanger" })).toHaveAttribute(
      "href",
      BAKER.url,
    );
    expect(screen.getByText(/RNCP37537, niveau 3/)).toBeDefined();
    expect(screen.queryByText(/aucun des métiers/)).toBeNull();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("says what deserves a look", async () => {
    answer.get.mockResolvedValue({ ...BAKER, active: false });
    renderInApp(<CertificationNote code="RNCP37537" jobs={["M1805"]} />);
    expect(await screen.findByText(/n’est plus active/)).toBeDefined();
    expect(screen.getByText(/aucun des métiers/)).toBeDefined();
  });

  it("tells an unknown number from a table that is not loaded", async () => {
    answer.get.mockRejectedValue(new ApiProblem(404, { code: "not_found" }));
    renderInApp(<CertificationNote code="RNCP1" jobs={[]} />);
    expect(await screen.findByText(/ne figure pas dans la table/)).toBeDefined();
    answer.get.mockRejectedValue(new ApiProblem(404, { code: "certifications_not_loaded" }));
    renderInApp(<CertificationNote code="RNCP2" jobs={[]} />);
    expect(await screen.findByText(/n’est pas encore chargée/)).toBeDefined();
  });

  it("tells a fault apart, and offers to ask again", async () => {
    answer.get.mockRejectedValue(new ApiProblem(400, { title: "Demande illisible." }));
    renderInApp(<CertificationNote code="RNCP3" jobs={[]} />);
    expect(await screen.findByRole("alert")).toBeDefined();
  });

  it("asks nothing until the number is one", () => {
    renderInApp(<CertificationNote code="RNCP" jobs={[]} />);
    expect(answer.get).not.toHaveBeenCalled();
  });
});
