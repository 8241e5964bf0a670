import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/sentOffers";
import { formatMoment } from "@/lib/format";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { recipientQuery } from "./queries";
import classes from "./Sent.module.css";
import { SharedItems } from "./SharedItems";
import { actorWords } from "./words";

interface Props {
  offer: string;
  recipient: string;
  passport: (share: string) => ReactNode;
}

/** What somebody shares for an offer, and how it came where it is. */
export function RecipientDetails({ offer, recipient, passport }: Props) {
  const { t } = useTranslation();
  const detail = useQuery(recipientQuery(offer, recipient));
  if (detail.isError) {
    return <ProblemNotice error={detail.error} onRetry={() => void detail.refetch()} />;
  }
  if (!detail.data) {
    return <Skeleton height={120} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const { state, shared, history } = detail.data;
  const answered = shared.length > 0 || state === "accepted" || state === "closed";
  return (
    <div className={classes.details}>
      {answered ? (
        <div>
          <h4 className={classes.sub}>{t("offerShared.title")}</h4>
          {shared.length === 0 ? (
            <Text size="sm">{t("offerShared.none")}</Text>
          ) : (
            <>
              <SharedItems items={shared} passport={passport} />
              <Text size="sm" c="dimmed" mt="xs">
                {t("offerShared.noted")}
              </Text>
            </>
          )}
        </div>
      ) : null}
      <div>
        <h4 className={classes.sub}>{t("offerBoard.history")}</h4>
        <ol className={classes.history}>
          {history.map((move) => (
            <li key={`${move.at} ${move.state}`}>
              {t("offerBoard.move", {
                date: formatMoment(move.at),
                state: t(`offer.state.${move.state}`),
                actor: actorWords(t, move),
              })}
              {move.reason ? t("offerBoard.moveReason", { reason: move.reason }) : ""}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
