import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Hit } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { HitCard } from "./HitCard";
import type { Criterion } from "./state";

const skill = (
  code: string,
  label: string,
  level: number | null,
  status: "validated" | "declared",
) => ({
  code,
  label,
  level,
  status,
});

const hit: Hit = {
  profile_id: "11111111-1111-4111-8111-111111111111",
  first_name: "Maëlys",
  last_name: "N’Diaye",
  skills: [
    skill("1", "Souder à l’arc", 4, "validated"),
    skill("2", "Lire un plan", 2, "declared"),
    ...Array.from({ length: 9 }, (_, i) => skill(`1${i}`, `Autre ${i}`, null, "validated")),
  ],
  match: [
    { skill: "1", outcome: "matched", level: 4 },
    { skill: "2", outcome: "lower_level", level: 2 },
    { skill: "3", outcome: "missing", level: null },
  ],
  coverage: {
    job: "H2913",
    covered: 3,
    required: 5,
    missing: [
      { code: "20", label: "Découper" },
      { code: "21", label: "Ébarber" },
    ],
  },
};

const asked = (code: string, rest: Partial<Criterion> = {}): Criterion => ({
  skill: code,
  min: 3,
  max: null,
  validated: false,
  required: false,
  ...rest,
});

const card = () => (
  <HitCard
    hit={hit}
    criteria={[asked("1"), asked("2"), asked("3", { validated: true })]}
    jobLabel="Soudeur / Soudeuse"
    labelOf={(code) => (code === "3" ? "Meuler" : code)}
  />
);

describe("HitCard", () => {
  it("says for each criterion what was asked and what was found", () => {
    renderInApp(card());
    const lines = within(screen.getByRole("list", { name: /critère/ })).getAllByRole("listitem");
    expect(lines.map((line) => line.textContent)).toEqual([
      expect.stringMatching(/Rempli.*Souder à l’arc4.expert, validée/),
      expect.stringMatching(/Niveau inférieur.*Lire un plan2.guidé, déclarée.*au moins 3.autonome/),
      expect.stringMatching(/Absente.*Meulerabsente du profil.*validée/),
    ]);
    expect(screen.getByText(/^1 critère rempli sur 3$/)).toBeVisible();
  });

  it("names the core skills that are missing", () => {
    renderInApp(card());
    expect(screen.getByText(/3 compétences clés sur 5 pour «.Soudeur/)).toBeVisible();
    expect(screen.getByText(/Il manque «.Découper.» et «.Ébarber.»/)).toBeVisible();
  });

  it("says level and status of a badge in words, and shows the rest on demand", async () => {
    renderInApp(card());
    const list = screen.getByRole("list", { name: "Autres compétences" });
    expect(within(list).getAllByRole("listitem")).toHaveLength(4);
    expect(within(list).getAllByText(", sans niveau, validée")).toHaveLength(4);
    await userEvent.click(screen.getByRole("button", { name: "Voir 5 autres compétences" }));
    expect(within(list).getAllByRole("listitem")).toHaveLength(9);
  });

  it("draws a bare profile, as in the preview", () => {
    const { profile_id, first_name, last_name, skills } = hit;
    renderInApp(<HitCard hit={{ profile_id, first_name, last_name, skills }} />);
    expect(screen.getByRole("heading", { name: "Maëlys N’Diaye" })).toBeVisible();
    expect(screen.getByText("11 compétences · dont 10 validées")).toBeVisible();
    expect(screen.queryByText(/critère/)).toBeNull();
  });

  it("calls somebody without a name by few signs, and says what opens the name", () => {
    const anonymous = { ...hit, first_name: null, last_name: null };
    renderInApp(<HitCard hit={anonymous} />);
    expect(screen.getByRole("heading", { name: "Profil anonyme 1111" })).toBeVisible();
    expect(screen.getByText(/une fois la personne ajoutée à une liste/)).toBeVisible();
  });

  it("makes the name the way to the profile for whoever may open it", async () => {
    const link = (name: string) => <a href="/profil">{name}</a>;
    const { container } = renderInApp(
      <>
        <HitCard hit={hit} link={link} />
        <HitCard hit={{ ...hit, first_name: null, last_name: null }} link={link} />
      </>,
    );
    const [named, unnamed] = screen.getAllByRole("heading", { level: 3 });
    expect(within(named as HTMLElement).getByRole("link")).toHaveTextContent("Maëlys N’Diaye");
    expect(within(unnamed as HTMLElement).getByRole("link")).toHaveTextContent(
      "Profil anonyme 1111",
    );
    expect(await axeViolations(container)).toEqual([]);
  });

  it("breaks no accessibility rule", async () => {
    const { container } = renderInApp(card());
    expect(await axeViolations(container)).toEqual([]);
  });
});
