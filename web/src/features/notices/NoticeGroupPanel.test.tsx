import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { notice } from "@/test/notice";
import { axeViolations, renderInApp } from "@/test/render";
import { NoticeGroupPanel } from "./NoticeGroupPanel";

const notices = [
  notice({ id: "1" }),
  notice({ id: "2", kind: "retired", after: null }),
  notice({ id: "3", decision: "kept", decided_at: "2026-03-05T08:00:00Z" }),
];

function draw(writable: boolean, archived = false) {
  const group = { training: "a", title: "Développeur web", archived, notices };
  return renderInApp(
    <NoticeGroupPanel
      group={group}
      organisation="o"
      writable={writable}
      onOnly={() => undefined}
    />,
  );
}

describe("NoticeGroupPanel", () => {
  it("lets those who run the organisation decide what waits, and nothing else", async () => {
    const { container } = draw(true);
    expect(screen.getByRole("heading", { name: "Développeur web" })).toBeDefined();
    expect(screen.getByText("2 lignes à décider")).toBeDefined();
    expect(screen.getAllByRole("button", { name: /^Garder/ })).toHaveLength(2);
    expect(screen.getAllByRole("button", { name: /^Accepter/ })).toHaveLength(2);
    expect(screen.getByText(/Décision du 5 mars 2026/)).toBeDefined();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("says of an archived training that its lines can only be kept", async () => {
    const { container } = draw(true, true);
    expect(screen.getByText("Archivée")).toBeDefined();
    expect(screen.getByText(/Restaurez-la pour accepter un changement/)).toBeDefined();
    for (const accept of screen.getAllByRole("button", { name: /^Accepter/ })) {
      expect(accept).toBeDisabled();
    }
    for (const keep of screen.getAllByRole("button", { name: /^Garder/ })) {
      expect(keep).toBeEnabled();
    }
    expect(await axeViolations(container)).toEqual([]);
  });

  it("shows the same without buttons to those who read", async () => {
    const { container } = draw(false);
    expect(screen.getAllByText(/Si vous acceptez/)).toHaveLength(2);
    expect(screen.queryByRole("button", { name: /^(Garder|Accepter)/ })).toBeNull();
    expect(await axeViolations(container)).toEqual([]);
  });
});
