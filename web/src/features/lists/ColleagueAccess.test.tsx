import { useQuery } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
import { session } from "@/api/session";
import { axeViolations, renderInApp } from "@/test/render";
import { ColleagueAccess } from "./ColleagueAccess";

const member = (id: string, first: string, rest: object = {}) => ({
  id,
  first_name: first,
  last_name: "Roux",
  role: "member",
  status: "granted",
  status_at: "2026-03-04T04:00:00Z",
  lapsed: false,
  me: false,
  ...rest,
});
let members: object[];
const give = vi.fn();
const withdraw = vi.fn();

beforeEach(() => {
  give.mockReset().mockResolvedValue(undefined);
  withdraw.mockReset().mockResolvedValue(undefined);
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(JSON.stringify({ items: members }))),
  );
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});

interface Shared {
  recruiter_id: string;
  first_name: string;
  last_name: string;
  access: "view" | "full";
}

function Drawn({ shared }: { shared: Shared[] }) {
  const given = useQuery({ queryKey: ["given"], queryFn: async () => shared });
  return (
    <ColleagueAccess
      given={given}
      accesses={[
        { value: "view", label: "Lecture" },
        { value: "full", label: "Gestion" },
      ]}
      owner="owner"
      give={give}
      withdraw={withdraw}
      membersLink={<a href="/entreprise/membres">Inviter</a>}
      onClose={() => undefined}
    />
  );
}

it("gives access to colleagues who have none, and never to the owner or to oneself", async () => {
  members = [
    member("me", "Moi", { me: true }),
    member("owner", "Olga"),
    member("in", "Inès"),
    member("gone", "Guy", { status: "suspended" }),
    member("new", "Nora"),
  ];
  const shared: Shared = {
    recruiter_id: "in",
    first_name: "Inès",
    last_name: "Roux",
    access: "view",
  };
  const { container } = renderInApp(<Drawn shared={[shared]} />);
  const choice = await screen.findByRole("combobox", { name: "Collègue" });
  expect([...choice.querySelectorAll("option")].map(({ label }) => label)).toEqual(["Nora Roux"]);
  expect(await axeViolations(container)).toEqual([]);
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Droits" }), "Gestion");
  await userEvent.click(screen.getByRole("button", { name: "Donner accès" }));
  expect(give).toHaveBeenCalledExactlyOnceWith("new", "full");

  give.mockRejectedValue(new ApiProblem(403, { title: "Refusé." }));
  const rights = screen.getByRole("combobox", { name: "Droits de Inès Roux" });
  await userEvent.selectOptions(rights, "Gestion");
  expect(await screen.findByText("Refusé.")).toBeDefined();
  expect(rights).toHaveValue("view");
  await userEvent.click(screen.getByRole("button", { name: "Retirer l’accès de Inès Roux" }));
  expect(withdraw).toHaveBeenCalledExactlyOnceWith("in");
});

it("leads those who are alone to the members", async () => {
  members = [member("me", "Moi", { me: true })];
  renderInApp(<Drawn shared={[]} />);
  await screen.findByText("Personne avec qui partager");
  expect(screen.getByRole("link", { name: "Inviter" })).toBeDefined();
});
