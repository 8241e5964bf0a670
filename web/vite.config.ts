import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const server = process.env.CARNET_DEV_SERVER ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: { target: "es2022", sourcemap: false, manifest: true },
  // One origin in development as in production: the refresh cookie is SameSite=Strict.
  server: { proxy: { "/api": server, "/health": server } },
  test: {
    css: false,
    // A document is slow to build: only the tests that draw something get one.
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          environment: "node",
          include: ["src/**/*.test.ts", "verifier/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "screens",
          environment: "jsdom",
          include: ["src/**/*.test.tsx", "verifier/**/*.test.tsx"],
          setupFiles: ["src/test/setup.ts"],
          // A screen that is typed into takes seconds where other work shares the processors.
          testTimeout: 30_000,
        },
      },
    ],
  },
});
