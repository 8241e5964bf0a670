import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { CertificationOfJob, Job } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { CertificationsOfJob } from "./CertificationsOfJob";

const developer: CertificationOfJob = {
  number: "RNCP31114",
  title: "Développeur web et web mobile",
  level: 5,
  active: true,
  ends_on: null,
  family: true,
  url: "https://www.francecompetences.fr/recherche/rncp/31114/",
};
const old: CertificationOfJob = {
  ...developer,
  number: "RNCP204",
  title: "Analyste programmeur",
  level: null,
  active: false,
  family: false,
};

const draw = (found: Job["certifications"]) => renderInApp(<CertificationsOfJob found={found} />);

describe("CertificationsOfJob", () => {
  it("names each with its number, level and page, and says what is not in force", async () => {
    const { container } = draw({ published_on: "2026-03-02", total: 2, items: [developer, old] });
    expect(screen.getByRole("link", { name: developer.title })).toHaveAttribute(
      "href",
      developer.url,
    );
    expect(screen.getByText("RNCP31114, niveau 5")).toBeDefined();
    expect(screen.getByText("Famille")).toBeDefined();
    expect(screen.getByText("Inactive")).toBeDefined();
    expect(screen.getByText(/France compétences, .*2 mars 2026, Licence Ouverte/)).toBeDefined();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("tells how many there are when not all are shown", () => {
    draw({ published_on: "2026-03-02", total: 41, items: [developer] });
    expect(screen.getByText(/sur 41/)).toBeDefined();
  });

  it("tells a job without certification from a table that is not there", () => {
    const { unmount } = draw({ published_on: "2026-03-02", total: 0, items: [] });
    expect(screen.getByText(/ne cite ce métier/)).toBeDefined();
    unmount();
    draw({ published_on: null, total: 0, items: [] });
    expect(screen.getByText(/n’est pas encore chargée/)).toBeDefined();
  });
});
