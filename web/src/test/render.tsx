import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { type RenderResult, render } from "@testing-library/react";
import axe from "axe-core";
import type { ReactElement } from "react";
import { createQueryClient } from "@/api/query";
import { theme } from "@/theme";

/** Renders inside the providers that every page has. */
export function renderInApp(element: ReactElement): RenderResult {
  return render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={createQueryClient()}>
        <main>{element}</main>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

/** Ids of the accessibility rules that an element breaks; colours need a real browser. */
export async function axeViolations(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}
