import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { axeViolations, renderInApp } from "@/test/render";
import { placeOf, TopicWarnings } from "./TopicWarnings";

describe("warnings of what nobody may ask", () => {
  it("name the text they are about", () => {
    expect(placeOf("/statement/1/text")).toEqual({ place: "statement", number: 2 });
    expect(placeOf("/answer/choices/0/text")).toEqual({ place: "choice", number: 1 });
    expect(placeOf("/answer/rubric/2/description")).toEqual({ place: "criterion", number: 3 });
    expect(placeOf("/explanation")).toEqual({ place: "explanation", number: 1 });
    expect(placeOf("/tags/0")).toBeNull();
  });

  it("are told with their places; none is no warning", async () => {
    const { container } = renderInApp(
      <TopicWarnings
        warnings={[
          {
            pointer: "/statement/0/text",
            topic: "age",
            message: "Ce texte semble porter sur l’âge.",
          },
          { pointer: "/explanation", topic: "religion", message: "Sur la religion." },
        ]}
      />,
    );
    expect(screen.getByText(/^2 passages/)).toBeInTheDocument();
    expect(screen.getByText(/Énoncé, partie 1.: Ce texte semble/)).toBeInTheDocument();
    expect(screen.getByText(/Explication.: Sur la religion/)).toBeInTheDocument();
    expect(await axeViolations(container)).toEqual([]);
    const none = renderInApp(<TopicWarnings warnings={[]} />);
    expect(none.container.querySelector("main")).toBeEmptyDOMElement();
  });
});
