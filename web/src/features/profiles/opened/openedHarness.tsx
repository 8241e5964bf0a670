// A profile as tests open it, with a server that answers as they say.
import { onlineManager, useQueryClient } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, vi } from "vitest";
import { session } from "@/api/session";
import { OpenedProfile } from "./OpenedProfile";

export const ID = "11111111-1111-4111-8111-111111111111";
const skill = (code: string, label: string, level: number | null, status: string) => ({
  code,
  label,
  level,
  status,
});
export const PROFILE = {
  profile_id: ID,
  first_name: "Maëlys",
  last_name: "N’Diaye",
  skills: [
    ...Array.from({ length: 9 }, (_, at) => skill(`1${at}`, `Métal ${at}`, 3, "validated")),
    skill("2", "Lire un plan", 2, "declared"),
  ],
};

/** What the server answers, one after the other, the last of them from then on; and what it was asked. */
export const server = {
  answers: [] as (() => Response | Promise<Response>)[],
  asked: [] as string[],
};

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  () =>
    new Response(JSON.stringify(body), { status, headers });
export const problem = (status: number, code: string, headers?: Record<string, string>) =>
  json({ status, code, title: "Le titre du serveur." }, status, headers);

beforeEach(() => {
  server.answers = [json(PROFILE)];
  server.asked = [];
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request) => {
      server.asked.push(new URL(request.url).pathname);
      const { answers } = server;
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (!answer) throw new TypeError("no answer");
      return await answer();
    }),
  );
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});

afterEach(() => {
  onlineManager.setOnline(true);
  vi.useRealTimers();
});

export const Page = () => (
  <OpenedProfile
    id={ID}
    back={<a href="/recherche?nom=a">Retour aux résultats</a>}
    searchLink={<a href="/recherche">Revenir à la recherche</a>}
    refused={(code) => <p>Refusé : {code}</p>}
    moves={(_, name, onListed) => (
      <button type="button" onClick={onListed}>
        Ajouter {name} à une liste
      </button>
    )}
    notes={<p>Les notes</p>}
  />
);

/** A page that is left and come back to. */
export function Visits() {
  const [here, setHere] = useState(true);
  const cache = useQueryClient();
  return (
    <>
      <button type="button" onClick={() => cache.invalidateQueries()}>
        Tout redemander
      </button>
      <button type="button" onClick={() => setHere(!here)}>
        Aller ailleurs et revenir
      </button>
      {here ? <Page /> : <h1>Ailleurs</h1>}
    </>
  );
}

export const heading = (name: string) => screen.findByRole("heading", { level: 1, name });
export const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
