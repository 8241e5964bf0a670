import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { session } from "@/api/session";
import { axeViolations, renderInApp } from "@/test/render";
import { VisibilitySwitch } from "./VisibilitySwitch";

let state: { visible: boolean; audience: string };
let sent: [string, unknown][];

beforeEach(() => {
  state = { visible: false, audience: "everyone" };
  sent = [];
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request) => {
      const path = new URL(request.url).pathname.replace("/api/v1", "");
      if (request.method !== "GET") {
        const body = await request.json().catch(() => null);
        sent.push([`${request.method} ${path}`, body]);
        if (path === "/me/visibility") state = { ...state, ...body };
      }
      const visibility = {
        ...state,
        changed_at: null,
        policy_version: "v1",
        policy_text: "Texte.",
      };
      const answer = path === "/me/visibility" ? visibility : { items: [], next_cursor: null };
      return new Response(JSON.stringify(answer), { status: 200 });
    }),
  );
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});

it("who may see is chosen before it is agreed to, and said together with it", async () => {
  const { container } = renderInApp(<VisibilitySwitch />);
  await userEvent.click(
    await screen.findByRole("radio", { name: "Seulement celles que je choisis" }),
  );
  expect(sent).toEqual([]);
  expect(await screen.findByText("Aucune entreprise choisie pour l’instant.")).toBeVisible();
  await userEvent.click(screen.getByRole("switch"));
  expect(await screen.findByText(/visible des seules entreprises choisies/)).toBeVisible();
  expect(sent).toEqual([
    ["PUT /me/visibility", { visible: true, policy_version: "v1", audience: "chosen" }],
  ]);
  expect(screen.getByText(/personne ne peut vous trouver/)).toBeVisible();

  const field = screen.getByLabelText(/entreprise à choisir/);
  const add = () => userEvent.click(screen.getByRole("button", { name: "Ajouter" }));
  await userEvent.type(field, "732 829 320 00");
  await add();
  expect(screen.getByText(/9 chiffres et un SIRET 14.*saisi 11/)).toBeVisible();
  await userEvent.clear(field);
  await userEvent.type(field, "732 829 320 00074");
  await add();
  expect(sent.at(-1)?.[0]).toBe("PUT /me/chosen-companies/732829320");
  expect(await axeViolations(container)).toEqual([]);
});

it("whoever is visible narrows at once, and hides without saying to whom", async () => {
  state.visible = true;
  renderInApp(<VisibilitySwitch />);
  await userEvent.click(
    await screen.findByRole("radio", { name: "Seulement celles que je choisis" }),
  );
  await userEvent.click(screen.getByRole("switch"));
  expect(sent.map(([, body]) => body)).toEqual([
    { visible: true, policy_version: "v1", audience: "chosen" },
    { visible: false, policy_version: "v1" },
  ]);
});
