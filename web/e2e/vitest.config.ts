import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["e2e/**/*.spec.ts"],
    globalSetup: ["e2e/support/environment.ts"],
    environment: "node",
    // A server for each, told one story at a time: stories change what others would see.
    maxWorkers: process.env.CARNET_E2E_URL ? 1 : 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    bail: 0,
  },
});
