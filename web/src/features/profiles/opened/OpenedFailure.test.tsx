import { onlineManager } from "@tanstack/react-query";
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { axeViolations, renderInApp } from "@/test/render";
import { heading, json, Page, PROFILE, press, problem, server, Visits } from "./openedHarness";

describe("a profile that cannot be opened", () => {
  it.each([404, 422])("is not visible any more, and no reason is given (%i)", async (status) => {
    server.answers = [problem(status, "not_found")];
    const { container } = renderInApp(<Page />);
    await heading("Cette personne n’est plus visible");
    expect(screen.getByText(/n’en donne pas la raison/)).toBeVisible();
    expect(screen.getByRole("link", { name: "Revenir à la recherche" })).toBeVisible();
    expect(screen.queryByText("Les notes")).toBeNull();
    expect(screen.queryByText(/Le titre du serveur/)).toBeNull();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("shows what was read no more once the person went", async () => {
    server.answers = [
      json({ ...PROFILE, first_name: null, last_name: null }),
      problem(404, "not_found"),
    ];
    renderInApp(<Page />);
    await heading("Profil anonyme 1111");
    await press("Ajouter Profil anonyme 1111 à une liste");
    await press("Afficher le nom");
    await heading("Cette personne n’est plus visible");
    expect(screen.queryByText("Lire un plan")).toBeNull();
  });

  it("is refused to whoever may not recruit", async () => {
    server.answers = [problem(403, "recruiter_not_verified")];
    renderInApp(<Page />);
    expect(await screen.findByText("Refusé : recruiter_not_verified")).toBeVisible();
    await heading("Profil");
  });

  it("waits for the next day when all of this one were opened, without asking again", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    // 22:30 in Paris; what the server says is cut to seconds.
    vi.setSystemTime(new Date("2026-03-04T21:30:00.400Z"));
    server.answers = [
      problem(429, "profile_quota_reached", { "retry-after": "5399" }),
      json(PROFILE),
    ];
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    const { container } = renderInApp(<Visits />);
    await screen.findByText("Vous avez ouvert tous les profils permis aujourd’hui");
    expect(screen.getByText(/d’autres le 5 mars 2026 à 00:00/)).toBeVisible();
    expect(screen.getByText(/suspendent le compte/)).toBeVisible();
    expect(screen.getByRole("link", { name: "Revenir à la recherche" })).toBeVisible();
    expect(screen.queryByRole("button", { name: "Ouvrir ce profil" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Aller ailleurs et revenir" }));
    await user.click(screen.getByRole("button", { name: "Aller ailleurs et revenir" }));
    await screen.findByText("Vous avez ouvert tous les profils permis aujourd’hui");
    await user.click(screen.getByRole("button", { name: "Tout redemander" }));
    expect(server.asked).toHaveLength(1);
    await act(() => vi.advanceTimersByTimeAsync(5_400_000));
    expect(screen.queryByText(/suspendent le compte/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Ouvrir ce profil" }));
    await heading("Maëlys N’Diaye");
    vi.useRealTimers();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("is tried again only by hand when the server cannot be reached", async () => {
    server.answers = [
      () => {
        throw new TypeError("offline");
      },
      json(PROFILE),
    ];
    onlineManager.setOnline(false);
    const { container } = renderInApp(<Page />);
    await screen.findByText("Ce profil n’a pas pu s’ouvrir");
    expect(screen.getByText("Vérifiez votre connexion, puis réessayez.")).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
    expect(server.asked).toHaveLength(1);
    await act(async () => onlineManager.setOnline(true));
    expect(server.asked).toHaveLength(1);
    await press("Réessayer");
    await heading("Maëlys N’Diaye");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("says what went wrong on the server, with its reference", async () => {
    server.answers = [problem(503, "unavailable", { "x-request-id": "ref-7" })];
    renderInApp(<Page />);
    expect(await screen.findByText("ref-7")).toBeVisible();
    expect(screen.getByText("Le titre du serveur.")).toBeVisible();
    expect(server.asked).toHaveLength(1);
  });
});
