import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import type { Course } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { MatrixTable } from "./MatrixTable";
import { addCourse } from "./model/courses";
import { EMPTY } from "./model/draft";
import { addSkill } from "./model/skills";

const skills = ["Souder", "Meuler"].reduce(
  (draft, label) => addSkill(draft, { skill: label, label, kind: "skill" }),
  EMPTY,
);
const start = ["Atelier", "Théorie"].reduce(
  (draft, title) =>
    addCourse(draft, { id: title, title, minutes: 60, modality: "in_person" } as Course),
  skills,
);

function Table() {
  const [draft, setDraft] = useState(start);
  return <MatrixTable skills={draft.skills} courses={draft.courses} edit={setDraft} />;
}

const cell = (skill: string, course: string) =>
  screen.getByRole("checkbox", {
    name: `«\u00a0${skill}\u00a0», enseignée dans «\u00a0${course}\u00a0»`,
  });

describe("MatrixTable", () => {
  it("is one stop of the tab key; arrows move in it, the space bar ticks", async () => {
    const { container } = renderInApp(<Table />);
    const user = userEvent.setup();
    cell("Souder", "Atelier").focus();
    await user.keyboard("{ArrowRight}{ArrowDown} ");
    expect(cell("Meuler", "Théorie")).toBeChecked();
    expect(document.activeElement).toBe(cell("Meuler", "Théorie"));
    await user.keyboard("{ArrowRight}{ArrowDown}");
    expect(document.activeElement).toBe(cell("Meuler", "Théorie"));
    const stops = screen.getAllByRole("checkbox").filter((box) => box.tabIndex === 0);
    expect(stops).toEqual([cell("Meuler", "Théorie")]);
    expect(await axeViolations(container)).toEqual([]);
  });

  it("ticks a whole course and says which skill no course teaches", async () => {
    renderInApp(<Table />);
    const user = userEvent.setup();
    expect(screen.getAllByText("Dans aucun module")).toHaveLength(2);
    await user.click(
      screen.getByRole("button", { name: "Tout cocher pour «\u00a0Atelier\u00a0»" }),
    );
    expect(screen.queryByText("Dans aucun module")).toBeNull();
    expect(cell("Souder", "Atelier")).toBeChecked();
    await user.click(
      screen.getByRole("button", { name: "Tout décocher pour «\u00a0Atelier\u00a0»" }),
    );
    expect(cell("Souder", "Atelier")).not.toBeChecked();
  });
});
