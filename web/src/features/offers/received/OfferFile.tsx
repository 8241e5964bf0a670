import { Button, Text } from "@mantine/core";
import { useDownload } from "@/api/download";
import type { FileCard } from "@/api/types";
import { useTranslation } from "@/i18n/myOffers";
import { formatBytes } from "@/lib/format";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { offerFile } from "./queries";
import classes from "./Received.module.css";

/** The document that goes with an offer: what it is, what the antivirus says of it, and the way to have it. */
export function OfferFile({ id, file }: { id: string; file: FileCard }) {
  const { t } = useTranslation();
  const run = useDownload(() => offerFile(id, file.name));
  if (file.scan === "infected") {
    return <Text c="brick.8">{t("myOffer.infected")}</Text>;
  }
  return (
    <>
      <p className={classes.name}>{file.name}</p>
      {file.scan === "clean" ? null : (
        <p className={classes.said}>
          {t(file.scan === "pending" ? "myOffer.scanning" : "myOffer.unchecked")}
        </p>
      )}
      <Button
        mt="xs"
        variant="light"
        size="compact-md"
        disabled={file.scan === "pending"}
        loading={run.isPending}
        onClick={() => run.mutate(undefined)}
      >
        {t("myOffer.download", { size: formatBytes(file.bytes) })}
      </Button>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </>
  );
}
