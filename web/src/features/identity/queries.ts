// Accounts and sessions: who is logged in, and everything an account can ask for itself.
import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { api, unwrap } from "@/api/client";
import { session } from "@/api/session";
import type { Body, Me } from "@/api/types";

export const meQuery = queryOptions({
  queryKey: ["me"],
  staleTime: 60_000,
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me", { signal })),
});

export function useSessionStatus() {
  return useSyncExternalStore(session.subscribe, session.status);
}

/** The account of this tab; undefined while nobody is logged in or while it loads. */
export function useMe(): Me | undefined {
  const open = useSessionStatus() === "open";
  const { data } = useQuery({ ...meQuery, enabled: open });
  return open ? data : undefined;
}

export async function login(cache: QueryClient, body: Body<"login">): Promise<Me> {
  const tokens = await unwrap(api.POST("/api/v1/auth/login", { body }));
  // Nothing of an earlier account stays behind.
  cache.clear();
  session.open(tokens);
  return await cache.fetchQuery(meQuery);
}

/** Asks the server to end the session, here or on every device. */
export const logout = (everywhere: boolean) =>
  everywhere
    ? unwrap(api.POST("/api/v1/auth/logout-everywhere"))
    : unwrap(api.POST("/api/v1/auth/logout"));

/** Ends the session; `leave` moves to a public page before the private data goes. */
export function useLogout(leave: () => Promise<unknown>) {
  const cache = useQueryClient();
  return async (everywhere = false) => {
    await logout(everywhere);
    await leave();
    session.close();
    cache.clear();
  };
}

export const register = (body: Body<"register_account">) =>
  unwrap(api.POST("/api/v1/auth/register", { body }));

export const confirmEmail = (token: string) =>
  unwrap(api.POST("/api/v1/auth/confirm-email", { body: { token } }));

export const resendConfirmation = (email: string) =>
  unwrap(api.POST("/api/v1/auth/resend-confirmation", { body: { email } }));

export const requestPasswordReset = (email: string) =>
  unwrap(api.POST("/api/v1/auth/request-password-reset", { body: { email } }));

export const resetPassword = (body: Body<"reset_password">) =>
  unwrap(api.POST("/api/v1/auth/reset-password", { body }));

export const changePassword = (body: Body<"change_password">) =>
  unwrap(api.POST("/api/v1/auth/change-password", { body }));

export const updateMe = (body: Body<"update_me">) => unwrap(api.PATCH("/api/v1/me", { body }));

export const startTotp = () => unwrap(api.POST("/api/v1/me/totp"));

export const confirmTotp = (code: string) =>
  unwrap(api.POST("/api/v1/me/totp/confirm", { body: { code } }));

export const disableTotp = (password: string) =>
  unwrap(api.POST("/api/v1/me/totp/disable", { body: { password } }));
