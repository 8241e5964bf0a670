import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { axeViolations, renderInApp } from "@/test/render";
import { Dialog, SlidingDialog } from "./Dialog";

it("has a name, and a button to close it that has one", async () => {
  const user = userEvent.setup();
  const onClose = vi.fn();
  renderInApp(
    <Dialog opened onClose={onClose} title="Retirer ce quiz ?">
      Il reste dans les séances passées.
    </Dialog>,
  );
  const dialog = screen.getByRole("dialog", { name: "Retirer ce quiz ?" });
  expect(dialog).toHaveTextContent("Il reste dans les séances passées.");
  expect(await axeViolations(dialog)).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Fermer" }));
  expect(onClose).toHaveBeenCalledOnce();
});

it("slides in under its name as well", async () => {
  const user = userEvent.setup();
  const onClose = vi.fn();
  renderInApp(
    <SlidingDialog opened onClose={onClose} title="Filtres" position="bottom">
      Compétences
    </SlidingDialog>,
  );
  expect(screen.getByRole("dialog", { name: "Filtres" })).toHaveTextContent("Compétences");
  await user.click(screen.getByRole("button", { name: "Fermer" }));
  expect(onClose).toHaveBeenCalledOnce();
});

it("comes by itself when it is asked for before it is there", async () => {
  vi.resetModules();
  const fresh = await import("./Dialog");
  renderInApp(
    <fresh.Dialog opened onClose={() => undefined} title="Publier">
      Une nouvelle révision.
    </fresh.Dialog>,
  );
  expect(await screen.findByRole("dialog", { name: "Publier" })).toBeVisible();
});

it("is tried again when it could not be fetched", async () => {
  vi.resetModules();
  vi.doMock("./dialogFrames", () => {
    throw new Error("no connection");
  });
  const { loadDialogs } = await import("./Dialog");
  await expect(loadDialogs()).rejects.toThrow();
  vi.doUnmock("./dialogFrames");
  await expect(loadDialogs()).resolves.toHaveProperty("Modal");
});
