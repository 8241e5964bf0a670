import { Button, Text } from "@mantine/core";
import { useDownload } from "@/api/download";
import type { RoomReceipt } from "@/api/types";
import { useTranslation } from "@/i18n/receipts";
import { formatMoment } from "@/lib/format";
import { Disclosure } from "@/ui/Disclosure";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { roomReceiptFile } from "./changes";
import classes from "./Privacy.module.css";
import { useRoomReceipts } from "./queries";

/** What is left of private rooms: that they are gone, and how much they held. */
export function RoomReceipts() {
  const { t } = useTranslation();
  const list = useRoomReceipts();
  return (
    <Panel>
      <PagedList list={list} height={160} none={<Text>{t("roomReceipts.none")}</Text>}>
        {(receipts) => (
          <ul className={classes.rows}>
            {receipts.map((receipt) => (
              <li key={receipt.id}>
                <Line receipt={receipt} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}

function Line({ receipt }: { receipt: RoomReceipt }) {
  const { t } = useTranslation();
  const run = useDownload(roomReceiptFile);
  const { id, deleted_at, why, messages, files, room_sha256, files_sha256 } = receipt;
  const date = formatMoment(deleted_at);
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h2 className={classes.name}>{t("roomReceipts.deleted", { date })}</h2>
          <p className={classes.facts}>
            <span>{t(`roomReceipts.why.${why}`)}</span>
            <span>{t("roomReceipts.messages", { count: messages })}</span>
            <span>{t("roomReceipts.files", { count: files })}</span>
          </p>
        </div>
        <Button
          size="sm"
          variant="default"
          loading={run.isPending}
          aria-label={t("roomReceipts.downloadOf", { date })}
          onClick={() => run.mutate(id)}
        >
          {t("roomReceipts.download")}
        </Button>
      </div>
      <Disclosure label={t("roomReceipts.prints")}>
        <Text size="sm">{t("roomReceipts.room")}</Text>
        <code className={classes.code}>{room_sha256}</code>
        <Text size="sm" mt={4}>
          {t("roomReceipts.filesPrint")}
        </Text>
        <code className={classes.code}>{files_sha256}</code>
      </Disclosure>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </>
  );
}
