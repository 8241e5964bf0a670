// The root of every address, and what pages read from the address.
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext } from "@tanstack/react-router";
import * as z from "zod/mini";
import { NotFound } from "@/shell/NotFound";
import { Shell } from "@/shell/Shell";

export interface Context {
  cache: QueryClient;
}

export const root = createRootRouteWithContext<Context>()({
  component: Shell,
  notFoundComponent: NotFound,
});

const text = z.catch(z.optional(z.string().check(z.maxLength(4000))), undefined);

export const tokenSearch = z.object({ token: text });
export const loginSearch = z.object({ suite: text, motif: text });
