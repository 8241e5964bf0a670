// What somebody takes back, asks for and plans about their own data. Each is in force with its answer.
import { useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { downloaded } from "@/api/download";
import type { PlanErasureBody, Privacy, Reauthentication, TakeBack } from "@/api/types";
import { saveAddress } from "@/lib/save";
import { erasureQuery } from "./erasureQuery";
import { overviewQuery, PRIVACY } from "./queries";

const EXPORT = "/api/v1/me/data-exports/{id}" as const;
/** What other pages show of the same things. */
const SHOWN_ELSEWHERE = [
  ["visibility"],
  ["consents"],
  ["my-preview"],
  ["chosen-companies"],
  ["blocked-companies"],
  ["my-passport"],
  ["rooms"],
  ["offers"],
];

const idIn = ({ path }: TakeBack): string => path.split("/").find((part) => ID.test(part)) ?? "";
const ID = /^([0-9a-f-]{36}|\d{9})$/;

async function hide(): Promise<unknown> {
  const { policy_version } = await unwrap(api.GET("/api/v1/me/visibility"));
  return unwrap(api.PUT("/api/v1/me/visibility", { body: { visible: false, policy_version } }));
}

/** Does what the server names as the way to take something back; what takes more than one gesture is done on its own page. */
function undo(way: TakeBack): Promise<unknown> {
  const id = idIn(way);
  const of = { params: { path: { id } } };
  switch (way.operation) {
    case "set_visibility":
      return hide();
    case "unchoose_company":
      return unwrap(
        api.DELETE("/api/v1/me/chosen-companies/{siren}", { params: { path: { siren: id } } }),
      );
    case "unblock_company":
      return unwrap(
        api.DELETE("/api/v1/me/blocked-companies/{siren}", { params: { path: { siren: id } } }),
      );
    case "revoke_share":
      return unwrap(api.DELETE("/api/v1/me/shares/{id}", of));
    case "revoke_passport_share":
      return unwrap(api.POST("/api/v1/me/passport/shares/{id}/revoke", of));
    case "delete_passport_export":
      return unwrap(api.DELETE("/api/v1/me/passport/exports/{id}", of));
    case "delete_data_export":
      return unwrap(api.DELETE(EXPORT, of));
    case "close_room":
      return unwrap(api.POST("/api/v1/rooms/{id}/close", of));
    case "withdraw_quiz_invitation":
      return unwrap(
        api.POST("/api/v1/me/quiz-invitations/{invitation_id}/withdrawal", {
          params: { path: { invitation_id: id } },
        }),
      );
    default:
      return Promise.reject(new Error(`no way to ${way.operation}`));
  }
}

export function useTakeBack() {
  const cache = useQueryClient();
  const settled = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await call;
    } finally {
      for (const queryKey of SHOWN_ELSEWHERE) void cache.invalidateQueries({ queryKey });
      await cache.invalidateQueries({ queryKey: PRIVACY });
    }
  };
  const revoke = (siret: string | null) =>
    unwrap(api.POST("/api/v1/me/shares/revoke", { body: { siret } }));
  return {
    takeBack: (way: TakeBack) => settled(undo(way)),
    revokeShare: (id: string) =>
      settled(unwrap(api.DELETE("/api/v1/me/shares/{id}", { params: { path: { id } } }))),
    revokeCompany: (siret: string) => settled(revoke(siret)),
    /** Nobody finds the person, reads what they shared, or opens their links any more. */
    takeAllBack: ({ visibility, links }: Privacy) =>
      settled(
        (async () => {
          if (visibility.audience !== "nobody") await undo(visibility.take_back);
          await revoke(null);
          for (const link of links) await undo(link.take_back);
        })(),
      ),
  };
}

export const receiptFile = (id: string) =>
  downloaded(
    api.GET("/api/v1/me/receipts/{id}", { params: { path: { id } }, parseAs: "blob" }),
    "recu.json",
  );

export const roomReceiptFile = (id: string) =>
  downloaded(
    api.GET("/api/v1/me/room-receipts/{id}", { params: { path: { id } }, parseAs: "blob" }),
    "recepisse-de-suppression.json",
  );

export function useCopies() {
  const cache = useQueryClient();
  const settled = async <T>(call: Promise<T>): Promise<T> => {
    const answer = await call;
    await cache.invalidateQueries({ queryKey: [...PRIVACY, "copies"] });
    void cache.invalidateQueries({ queryKey: overviewQuery.queryKey });
    return answer;
  };
  return {
    ask: (body: Reauthentication) => settled(unwrap(api.POST("/api/v1/me/data-exports", { body }))),
    remove: (id: string) => settled(unwrap(api.DELETE(EXPORT, { params: { path: { id } } }))),
    fetch: async (id: string) => {
      const link = await unwrap(api.POST(`${EXPORT}/link`, { params: { path: { id } } }));
      saveAddress(link.url, "mes-donnees.zip");
    },
  };
}

export function useErasure() {
  const cache = useQueryClient();
  const changed = () => {
    for (const queryKey of [...SHOWN_ELSEWHERE, PRIVACY]) {
      void cache.invalidateQueries({ queryKey });
    }
  };
  return {
    plan: async (body: PlanErasureBody) => {
      const answer = await unwrap(api.POST("/api/v1/me/erasure", { body }));
      cache.setQueryData(erasureQuery.queryKey, answer);
      changed();
    },
    cancel: async () => {
      await unwrap(api.DELETE("/api/v1/me/erasure"));
      await cache.invalidateQueries({ queryKey: erasureQuery.queryKey });
      changed();
    },
  };
}

/** Shows the platform's own people who somebody is; the person reads each time, with the reason. */
export const lookAt = (id: string, reason: string) =>
  unwrap(
    api.POST("/api/v1/admin/people/{id}/data-access", {
      params: { path: { id } },
      body: { reason },
    }),
  );
