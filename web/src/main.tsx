import "@mantine/core/styles.css";
import "./styles.css";
import "@/i18n";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "@/api/query";
import { session } from "@/api/session";
import { createAppRouter } from "./routes";
import { theme } from "./theme";

const cache = createQueryClient();
const router = createAppRouter(cache);

// Whether a session is open is asked at once, while the first page is being drawn.
void session.ready();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} forceColorScheme="light">
      <QueryClientProvider client={cache}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
