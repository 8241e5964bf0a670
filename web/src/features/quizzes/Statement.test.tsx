import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { axeViolations, renderInApp } from "@/test/render";
import { Statement } from "./Statement";

const none = () => Promise.reject(new Error("no image"));

describe("a statement", () => {
  it("draws formulas as MathML, and code as it is", async () => {
    const { container } = renderInApp(
      <Statement
        images={none}
        blocks={[
          { type: "text", text: "Première ligne\n\nSeconde" },
          { type: "code", language: "python", text: "if a < b:\n  pass" },
          { type: "formula", tex: "\\frac{1}{2}" },
        ]}
      />,
    );
    await waitFor(() => expect(container.querySelector("math mfrac")).not.toBeNull());
    expect(container.querySelector("pre")?.textContent).toBe("if a < b:\n  pass");
    expect(screen.getByRole("figure", { name: /python/ })).toBeInTheDocument();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("shows the text of a formula that cannot be read, and what an image shows that is not there", async () => {
    renderInApp(
      <Statement
        images={none}
        blocks={[
          { type: "formula", tex: "\\frac{1}" },
          { type: "image", file_id: "f1", alt: "Une courbe" },
        ]}
      />,
    );
    expect(await screen.findByText(/n’a pas pu être dessinée/)).toBeInTheDocument();
    expect(screen.getByText("\\frac{1}")).toBeInTheDocument();
    expect(
      await screen.findByText(/Une courbe/, undefined, { timeout: 10_000 }),
    ).toBeInTheDocument();
  });

  it("never runs what a formula would bring along", async () => {
    const { container } = renderInApp(
      <Statement
        images={none}
        blocks={[{ type: "formula", tex: "\\href{javascript:alert(1)}{x}" }]}
      />,
    );
    await waitFor(() => expect(container.querySelector("math, code")).not.toBeNull());
    expect(container.querySelector("a[href], [href]")).toBeNull();
  });
});
