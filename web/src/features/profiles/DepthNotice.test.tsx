import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { axeViolations, renderInApp } from "@/test/render";
import { DepthNotice } from "./DepthNotice";

describe("DepthNotice", () => {
  it("says how far the search went and what leads further", async () => {
    const { container } = renderInApp(<DepthNotice reachable={1000} total={94_980} />);
    const said = screen.getByText(/premiers profils sur/).textContent?.replace(/\s/g, " ");
    expect(said).toBe("Vous avez vu les 1 000 premiers profils sur 94 980");
    expect(screen.getByText(/Ajoutez un critère/)).toBeDefined();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("is silent when every profile can be reached", () => {
    renderInApp(<DepthNotice reachable={40} total={40} />);
    expect(screen.queryByText(/premiers profils/)).toBeNull();
  });
});
