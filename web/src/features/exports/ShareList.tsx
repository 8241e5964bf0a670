import { Text, Title } from "@mantine/core";
import type { PassportShare } from "@/api/types";
import { useTranslation } from "@/i18n/shares";
import { formatDay, formatMoment } from "@/lib/format";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { StateTag } from "@/ui/StateTag";
import classes from "./Exports.module.css";
import { useExportChanges, useShares } from "./queries";
import { choiceWords } from "./words";

type State = "open" | "over" | "revoked";
const TONES = { open: "success", over: "neutral", revoked: "error" } as const;

export function stateOf(share: PassportShare, now: number): State {
  if (share.revoked_at) return "revoked";
  return Date.parse(share.expires_at) > now ? "open" : "over";
}

/** The links one gave out: to whom, until when, how often they were looked at. */
export function ShareList() {
  const { t } = useTranslation();
  const list = useShares();
  return (
    <Panel labelledBy="liens">
      <Title order={2} id="liens" mb="sm">
        {t("sharing.list")}
      </Title>
      <PagedList list={list} height={160} none={<Text>{t("sharing.none")}</Text>}>
        {(shares) => (
          <ul className={classes.rows}>
            {shares.map((share) => (
              <li key={share.id}>
                <Line share={share} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}

function Line({ share }: { share: PassportShare }) {
  const { t } = useTranslation();
  const { revoke } = useExportChanges();
  const { recipient, last_viewed_at: last, revoked_at: revoked } = share;
  const state = stateOf(share, Date.now());
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{recipient}</h3>
          <p className={classes.facts}>
            {choiceWords(t, share.content).map((part) => (
              <span key={part}>{part}</span>
            ))}
            <span>{t(share.has_password ? "sharing.withPassword" : "sharing.noPassword")}</span>
          </p>
          <p className={classes.facts}>
            <span>{t("sharing.created", { date: formatDay(share.created_at) })}</span>
            <span>
              {revoked
                ? t("sharing.revokedOn", { date: formatMoment(revoked) })
                : t(state === "open" ? "sharing.until" : "sharing.overSince", {
                    date: formatMoment(share.expires_at),
                  })}
            </span>
            <span>{t("sharing.views", { count: share.view_count })}</span>
            {last ? <span>{t("sharing.lastView", { date: formatMoment(last) })}</span> : null}
          </p>
        </div>
        <StateTag tone={TONES[state]}>{t(`sharing.state.${state}`)}</StateTag>
      </div>
      {state === "open" ? (
        <div className={classes.below}>
          <ConfirmButton
            label={t("sharing.revoke")}
            aria-label={t("sharing.revokeOf", { name: recipient })}
            title={t("sharing.revokeTitle", { name: recipient })}
            confirm={t("sharing.revoke")}
            size="sm"
            variant="default"
            danger
            action={() => revoke(share.id)}
          >
            {t("sharing.revokeText")}
          </ConfirmButton>
        </div>
      ) : null}
    </>
  );
}
