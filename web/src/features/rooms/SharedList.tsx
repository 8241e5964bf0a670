import { Skeleton, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "@/i18n/roomShares";
import { paths } from "@/lib/paths";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { UndoButton } from "@/ui/UndoButton";
import classes from "./Rooms.module.css";
import { ShareFacts } from "./ShareFacts";
import { useItemName, useOpenShares, useTakeBack } from "./shares";
import type { GivenShare } from "./types";

/** What the person lets the company see, each with the button that takes it back. */
export function SharedList({ recipient }: { recipient: string }) {
  const { t } = useTranslation();
  const query = useOpenShares(recipient);
  const { takeBack } = useTakeBack();
  const nameOf = useItemName();
  const [done, setDone] = useState(false);
  if (query.isError) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <Skeleton height={60} role="img" aria-label={t("state.loading")} />;
  const revoke = async (share: GivenShare) => {
    setDone(false);
    await takeBack([share]);
    setDone(true);
  };
  return (
    <div>
      <Title order={3}>{t("roomShares.title")}</Title>
      {query.data.length === 0 ? (
        <Text size="sm">{t("roomShares.none")}</Text>
      ) : (
        <ul className={classes.people} aria-label={t("roomShares.title")}>
          {query.data.map((share) => (
            <li key={share.id}>
              <ShareFacts share={share} />
              <UndoButton
                label={t("roomShares.revoke")}
                spoken={t("roomShares.revokeOf", { item: nameOf(share) })}
                action={() => revoke(share)}
              />
            </li>
          ))}
        </ul>
      )}
      <Text size="sm" role="status" mb={4}>
        {done ? t("roomShares.revoked") : ""}
      </Text>
      <Link to={paths.myOffer} params={{ offer: recipient }}>
        {t("roomShares.toOffer")}
      </Link>
    </div>
  );
}
