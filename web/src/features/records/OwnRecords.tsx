import { Stack, Text, Title } from "@mantine/core";
import type { MyAttendance } from "@/api/types";
import { useTranslation } from "@/i18n/ownRecords";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { useMySessions } from "./mineQueries";
import { toSign } from "./model/own";
import { OwnCertificates } from "./OwnCertificates";
import { OwnSession } from "./OwnSession";
import classes from "./Records.module.css";
import { ToSignRow } from "./ToSignRow";

/** One's own attendance: what waits for a signature, then session by session, page after page. */
export function OwnRecords() {
  const list = useMySessions();
  const { t } = useTranslation();
  const none = (
    <Notice icon="cap" title={t("own.none")}>
      {t("own.noneHelp")}
    </Notice>
  );
  return (
    <>
      <PagedList list={list} height={320} none={none}>
        {(sessions) => (
          <>
            <Waiting sessions={sessions} />
            {sessions.map((session) => (
              <OwnSession key={session.session_id} session={session} />
            ))}
          </>
        )}
      </PagedList>
      <OwnCertificates sessions={list.data?.pages.flatMap(({ items }) => items) ?? []} />
    </>
  );
}

/** The half-days to sign now. */
function Waiting({ sessions }: { sessions: MyAttendance[] }) {
  const { t } = useTranslation();
  const waiting = toSign(sessions);
  if (waiting.length === 0) return null;
  return (
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
  );
}
