import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { session } from "@/api/session";
import { axeViolations, renderInApp } from "@/test/render";
import { Settings } from "./Settings";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<typeof import("@tanstack/react-router")>()),
  Link: ({ children }: { children: string }) => <a href="/salons">{children}</a>,
}));

const on = { mail: "at_once", in_app: true };
const SETTINGS = {
  offers: on,
  shares: on,
  rooms: on,
  quizzes: on,
  recruiting: { mail: "daily", in_app: true },
  account: on,
};
let saved: (typeof SETTINGS)[];

beforeEach(() => {
  saved = [];
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request) => {
      if (request.method === "GET") return new Response(JSON.stringify(SETTINGS));
      const body = await request.json();
      saved.push(body);
      return new Response(JSON.stringify(body));
    }),
  );
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});

describe("how one is told", () => {
  it("is chosen group by group, but for what is always told", async () => {
    const { container } = renderInApp(<Settings />);
    await screen.findByRole("combobox", { name: /^Salons\s: par e-mail$/ });
    expect(screen.queryByRole("checkbox", { name: /^Offres/ })).not.toBeInTheDocument();
    expect(screen.queryByRole("combobox", { name: /^Compte/ })).not.toBeInTheDocument();
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.selectOptions(
      screen.getByRole("combobox", { name: /^Salons\s: par e-mail$/ }),
      "daily",
    );
    await userEvent.click(screen.getByRole("checkbox", { name: /^Partages/ }));
    await userEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
    await waitFor(() => expect(screen.getByText("Réglages enregistrés.")).toBeInTheDocument());
    expect(saved).toEqual([
      { ...SETTINGS, rooms: { mail: "daily", in_app: true }, shares: { ...on, in_app: false } },
    ]);
  });
});
