import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import type { DomainJob, Letter } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { toggled } from "./browseUrl";
import { JobTree } from "./JobTree";

const LETTERS: Letter[] = [
  { code: "A", label: "Agriculture", domains: [{ code: "A11", label: "Engins", jobs: 0 }] },
  { code: "D", label: "Commerce", domains: [{ code: "D11", label: "Alimentaire", jobs: 1 }] },
];

const BAKER: DomainJob = { code: "D1102", label: "Boulanger / Boulangère" };

vi.mock("@/api/client", () => ({
  api: { GET: async (path: string) => (path.endsWith("domains") ? LETTERS : { items: [BAKER] }) },
  unwrap: (answer: unknown) => answer,
}));

function Tree() {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  return <JobTree open={open} onToggle={(code) => setOpen(toggled(open, code))} />;
}

/** The rows of jobs are links: they need a router around them. */
function draw() {
  const routeTree = createRootRoute({ component: Tree });
  const router = createRouter({ routeTree, history: createMemoryHistory() });
  return renderInApp(<RouterProvider router={router as never} />);
}

const row = (name: RegExp) => screen.findByRole("treeitem", { name });

describe("JobTree", () => {
  it("is one tab stop, unfolded and folded with the arrows, down to the jobs", async () => {
    const { container } = draw();
    await row(/Agriculture/);
    await userEvent.tab();
    expect(await row(/Agriculture/)).toHaveFocus();
    await userEvent.keyboard("{ArrowDown}{ArrowRight}{ArrowRight}{Enter}");
    const baker = await row(/Boulanger/);
    expect(baker).toHaveAttribute("href", "/referentiel/metiers/D1102");
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.keyboard("{ArrowRight}");
    expect(baker).toHaveFocus();
    expect(container.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    await userEvent.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(screen.queryByRole("treeitem", { name: /Boulanger/ })).toBeNull();
    expect(await row(/Alimentaire/)).toHaveFocus();
  });

  it("does not unfold a domain that has no job", async () => {
    draw();
    await userEvent.click(await row(/Agriculture/));
    const empty = await row(/Engins 0 métier/);
    expect(empty).not.toHaveAttribute("aria-expanded");
  });

  it("keeps a tab stop when the row that had it is folded away", async () => {
    const { container } = draw();
    await userEvent.click(await row(/Commerce/));
    (await row(/Alimentaire/)).focus();
    await userEvent.click(await row(/Commerce/));
    expect(container.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });
});
