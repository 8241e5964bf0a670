import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/ownRecords";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { myAttendanceQuery } from "./mineQueries";
import { toSign } from "./model/own";
import { OwnCertificates } from "./OwnCertificates";
import { OwnSession } from "./OwnSession";
import classes from "./Records.module.css";
import { ToSignRow } from "./ToSignRow";

/** While a half-day is open for signing, what waits for a signature is asked anew. */
const LOOK_EVERY_MS = 60_000;

/** One's own attendance: what waits for a signature, then session by session. */
export function OwnRecords() {
  const query = useQuery({ ...myAttendanceQuery, refetchInterval: LOOK_EVERY_MS });
  const { t } = useTranslation();
  if (query.isPending) {
    return <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  if (!query.data) {
    return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  }
  const sessions = query.data;
  const waiting = toSign(sessions);
  return (
    <>
      {query.isError ? <ProblemNotice error={query.error} onRetry={() => query.refetch()} /> : null}
      {waiting.length > 0 ? (
        <Panel labelledBy="a-signer">
          <Stack>
            <div>
              <Title order={2} id="a-signer">
                {t("own.toSign")}
              </Title>
              <Text size="sm" c="dimmed" mt={4}>
                {t("own.toSignHelp")}
              </Text>
            </div>
            <ul className={classes.rows}>
              {waiting.map((one) => (
                <ToSignRow key={`${one.slot.slot_id}-${one.half.half_day.part}`} {...one} />
              ))}
            </ul>
          </Stack>
        </Panel>
      ) : null}
      {sessions.length === 0 ? (
        <Notice icon="cap" title={t("own.none")}>
          {t("own.noneHelp")}
        </Notice>
      ) : (
        sessions.map((session) => <OwnSession key={session.session_id} session={session} />)
      )}
      <OwnCertificates sessions={sessions} />
    </>
  );
}
