import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { axeViolations, renderInApp } from "@/test/render";
import { heading, ID, json, Page, PROFILE, press, server, Visits } from "./openedHarness";

describe("a profile that is opened", () => {
  it("shows all there is to see of it, and that the person is told", async () => {
    const { container } = renderInApp(<Page />);
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Chargement en cours");
    expect(await axeViolations(container)).toEqual([]);
    await heading("Maëlys N’Diaye");
    expect(screen.getByText(/^Cette personne voit que votre entreprise/)).toBeVisible();
    const validated = screen.getByRole("list", {
      name: "9 compétences validées par un organisme",
    });
    expect(within(validated).getAllByText(", niveau 3, autonome, validée")).toHaveLength(9);
    const declared = screen.getByRole("list", { name: "1 compétence déclarée par la personne" });
    expect(within(declared).getByText("Lire un plan")).toBeVisible();
    expect(screen.getByText("Les notes")).toBeVisible();
    expect(server.asked).toEqual([`/api/v1/profiles/${ID}`]);
    expect(await axeViolations(container)).toEqual([]);
  });

  it("says so when there are no skills", async () => {
    server.answers = [json({ ...PROFILE, skills: [] })];
    renderInApp(<Page />);
    expect(await screen.findByText(/^Aucune compétence/)).toBeVisible();
    expect(screen.queryByRole("list")).toBeNull();
  });

  it("is not opened again by the window, the connection, or whoever comes back soon", async () => {
    renderInApp(<Visits />);
    await heading("Maëlys N’Diaye");
    for (const event of ["focus", "visibilitychange", "offline", "online"]) {
      await act(async () => {
        window.dispatchEvent(new Event(event));
        document.dispatchEvent(new Event(event));
      });
    }
    // As it is done for every page once the connection is back.
    await press("Tout redemander");
    await press("Aller ailleurs et revenir");
    await heading("Ailleurs");
    await press("Tout redemander");
    await press("Aller ailleurs et revenir");
    await heading("Maëlys N’Diaye");
    expect(server.asked).toHaveLength(1);
  });

  it("is opened anew by whoever comes back much later, and not by whoever reads on", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    const elsewhere = () =>
      user.click(screen.getByRole("button", { name: "Aller ailleurs et revenir" }));
    renderInApp(<Visits />);
    await heading("Maëlys N’Diaye");
    await act(() => vi.advanceTimersByTimeAsync(4 * 60_000));
    await elsewhere();
    await elsewhere();
    expect(server.asked).toHaveLength(1);
    await act(() => vi.advanceTimersByTimeAsync(4 * 60_000));
    await user.click(screen.getByRole("button", { name: "Tout redemander" }));
    expect(server.asked).toHaveLength(1);
    await elsewhere();
    await elsewhere();
    await heading("Maëlys N’Diaye");
    expect(server.asked).toHaveLength(2);
  });

  it("is opened once by whoever leaves before it is there", async () => {
    let give: (response: Response) => void = () => undefined;
    server.answers = [
      () =>
        new Promise((resolve) => {
          give = resolve;
        }),
    ];
    renderInApp(<Visits />);
    await waitFor(() => expect(server.asked).toHaveLength(1));
    await press("Aller ailleurs et revenir");
    await press("Aller ailleurs et revenir");
    await act(async () => give(json(PROFILE)()));
    await heading("Maëlys N’Diaye");
    expect(server.asked).toHaveLength(1);
  });

  it("without a name says what opens it, and opens it when asked to", async () => {
    const unnamed = { ...PROFILE, first_name: null, last_name: null };
    server.answers = [json(unnamed), json(PROFILE)];
    const { container } = renderInApp(<Page />);
    await heading("Profil anonyme 1111");
    expect(screen.getByText(/^Votre entreprise cherche sans les noms/)).toBeVisible();
    await press("Ajouter Profil anonyme 1111 à une liste");
    expect(await screen.findByText(/son profil est ouvert une nouvelle fois/)).toBeVisible();
    expect(server.asked).toHaveLength(1);
    expect(await axeViolations(container)).toEqual([]);
    await press("Afficher le nom");
    await heading("Maëlys N’Diaye");
    expect(screen.queryByRole("button", { name: "Afficher le nom" })).toBeNull();
    expect(server.asked).toHaveLength(2);
  });
});
