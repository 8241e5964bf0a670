// What the person of a private room shares with its company, for its offer.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { useTranslation } from "@/i18n/roomShares";
import type { GivenShare, Room } from "./types";

const OFFERS = ["offers"];

/** What was received of the offer: for the person alone, and in a private room. */
export const receivedIn = ({ side, offer }: Room): string | null =>
  side === "person" ? (offer?.recipient_id ?? null) : null;

async function open(recipient: string, signal?: AbortSignal): Promise<GivenShare[]> {
  const { shares } = await unwrap(
    api.GET("/api/v1/me/offers/{id}", {
      params: { path: { id: recipient } },
      ...(signal ? { signal } : {}),
    }),
  );
  return shares.filter(({ state }) => state !== "ended");
}

/** What the company reads, or would if it were verified. */
export const useOpenShares = (recipient: string | null) =>
  useQuery({
    queryKey: [...OFFERS, "of-room", recipient],
    enabled: recipient !== null,
    queryFn: ({ signal }) => open(recipient ?? "", signal),
  });

export function useTakeBack() {
  const cache = useQueryClient();
  /** Takes shares back, one after the other; what is left of them is asked for again, also when one failed. */
  const takeBack = async (shares: readonly GivenShare[]) => {
    if (shares.length === 0) return;
    try {
      for (const { id } of shares) {
        await unwrap(api.DELETE("/api/v1/me/shares/{id}", { params: { path: { id } } }));
      }
    } finally {
      for (const key of ["shares", "privacy"]) {
        void cache.invalidateQueries({ queryKey: [key] });
      }
      await cache.invalidateQueries({ queryKey: OFFERS });
    }
  };
  return {
    takeBack,
    /** The same for all of them, also where they could not be shown. */
    takeAllBack: async (recipient: string, shown: readonly GivenShare[] | undefined) =>
      takeBack(shown ?? (await open(recipient))),
  };
}

export function useItemName() {
  const { t } = useTranslation();
  return ({ kind, proof }: GivenShare): string => {
    const item = t(`shareItem.${kind}`);
    return proof?.name ? t("roomShares.named", { item, name: proof.name }) : item;
  };
}
