import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { axeViolations, renderInApp } from "@/test/render";
import type { TimelineSearch } from "../search";
import { TimelineFilters } from "./TimelineFilters";

function draw(search: TimelineSearch, organisations: { id: string; name: string }[] | null = []) {
  const onChange = vi.fn<(search: TimelineSearch) => void>();
  const { container } = renderInApp(
    <TimelineFilters
      search={search}
      skills={[{ id: "101", name: "Souder" }]}
      organisations={organisations}
      onChange={onChange}
    />,
  );
  return { container, onChange };
}

describe("TimelineFilters", () => {
  it("adds a choice to those that stand, and takes one back", async () => {
    const { container, onChange } = draw({ type: "validee" });
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Compétence" }), "101");
    expect(onChange).toHaveBeenLastCalledWith({ type: "validee", competence: "101" });
    await userEvent.selectOptions(screen.getByRole("combobox", { name: /^Type/ }), "");
    expect(onChange).toHaveBeenLastCalledWith({});
    await userEvent.click(screen.getByRole("button", { name: "Effacer les filtres" }));
    expect(onChange).toHaveBeenLastCalledWith({});
    expect(await axeViolations(container)).toEqual([]);
  });

  it("does not offer an organisation what only the person reads", () => {
    draw({}, null);
    expect(screen.queryByRole("combobox", { name: "Organisme" })).toBeNull();
    expect(screen.queryByRole("option", { name: "Compétence déclarée" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Effacer les filtres" })).toBeNull();
  });
});
