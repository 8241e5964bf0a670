// The roll of a slot as whoever calls it sees it.
import type { Page } from "playwright-core";

export const PEOPLE = [
  { first_name: "Ali", last_name: "Benali" },
  { first_name: "Camille", last_name: "Dupont" },
  { first_name: "Zoé", last_name: "Lefèvre" },
  { first_name: "Noé", last_name: "Martin" },
];

export const group = (page: Page, name: string) => page.getByRole("group", { name, exact: true });
export const status = (page: Page, name: string, button: string) =>
  group(page, name).getByRole("button", { name: button, exact: true });
export const saved = (page: Page) => page.getByText("Tout est enregistré").waitFor();
