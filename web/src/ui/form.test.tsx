import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { ApiProblem } from "@/api/problem";
import { axeViolations, renderInApp } from "@/test/render";
import { useSubmission } from "./form";
import { ProblemNotice } from "./ProblemNotice";

const fault = (pointer: string, message: string) => ({ pointer, code: "refused", message });

function Form({ send }: { send: () => Promise<unknown> }) {
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { name: "", siret: "" },
    validate: { name: (value) => (value === "" ? "Le nom manque." : null) },
  });
  const { onSubmit, problem, messages } = useSubmission(form, send, {
    fieldOfCode: { siret_refused: "siret" },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      {problem ? <ProblemNotice error={problem} messages={messages} /> : null}
      <TextInput key={form.key("name")} label="Nom" {...form.getInputProps("name")} />
      <TextInput key={form.key("siret")} label="SIRET" {...form.getInputProps("siret")} />
      <button type="submit">Envoyer</button>
    </form>
  );
}

const refusing =
  (...errors: ReturnType<typeof fault>[]) =>
  async () => {
    throw new ApiProblem(422, { title: "À corriger", code: "invalid_request", errors });
  };

describe("useSubmission", () => {
  it("stops at the first field that is wrong, before asking the server", async () => {
    renderInApp(<Form send={() => Promise.reject(new Error("never sent"))} />);
    await userEvent.click(screen.getByRole("button", { name: "Envoyer" }));
    expect(screen.getByRole("textbox", { name: "Nom" })).toHaveFocus();
    expect(screen.getByText("Le nom manque.")).toBeVisible();
  });

  it("puts the server’s message on the field it points at, and the focus with it", async () => {
    const send = refusing(fault("/siret", "Établissement fermé."));
    const { container } = renderInApp(<Form send={send} />);
    await userEvent.type(screen.getByRole("textbox", { name: "Nom" }), "Ateliers");
    await userEvent.click(screen.getByRole("button", { name: "Envoyer" }));
    const field = screen.getByRole("textbox", { name: "SIRET" });
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveAccessibleDescription("Établissement fermé.");
    expect(screen.queryByRole("alert")).toBeNull();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("puts a problem that speaks of one field as a whole on that field", async () => {
    const refuse = async () => {
      throw new ApiProblem(422, { title: "Numéro refusé.", code: "siret_refused" });
    };
    renderInApp(<Form send={refuse} />);
    await userEvent.type(screen.getByRole("textbox", { name: "Nom" }), "Ateliers");
    await userEvent.click(screen.getByRole("button", { name: "Envoyer" }));
    const field = screen.getByRole("textbox", { name: "SIRET" });
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveAccessibleDescription("Numéro refusé.");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("loses no message that belongs to no field", async () => {
    renderInApp(<Form send={refusing(fault("/autre", "Sans champ."))} />);
    await userEvent.type(screen.getByRole("textbox", { name: "Nom" }), "Ateliers");
    await userEvent.click(screen.getByRole("button", { name: "Envoyer" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(/À corriger.*Sans champ\./);
  });
});
