import { ActionIcon, Button, Progress, Text } from "@mantine/core";
import type { FileCard } from "@/api/types";
import { useTranslation } from "@/i18n";
import { formatBytes } from "@/lib/format";
import classes from "./FileUpload.module.css";
import { Icon } from "./Icon";
import type { Upload } from "./useUpload";

/** A file on its way. */
export function Sending({
  sending,
  onCancel,
}: {
  sending: NonNullable<Upload["sending"]>;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const percent = Math.floor(sending.share * 100);
  const name = t("upload.sending", { name: sending.name });
  return (
    <span className={classes.row}>
      <span className={classes.main}>
        <span className={classes.name}>{name}</span>
        <Progress value={percent} aria-label={name} mt={6} mb={4} />
        {/* Every percent would be said aloud: the bar says it to whoever asks. */}
        <Text size="sm" c="dimmed" component="span" aria-hidden="true">
          {percent < 100 ? t("upload.progress", { percent }) : t("upload.checking")}
        </Text>
      </span>
      <Button size="sm" variant="default" onClick={onCancel}>
        {t("upload.cancel")}
      </Button>
    </span>
  );
}

/** A file that was sent. */
export function Sent({
  card,
  disabled,
  onRemove,
}: {
  card: FileCard;
  disabled: boolean | undefined;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const infected = card.scan === "infected";
  return (
    <span className={classes.row} data-faulty={infected || undefined}>
      <Icon name={infected ? "alert" : "check"} />
      <span className={classes.main}>
        {infected ? (
          t("upload.infected", { name: card.name })
        ) : (
          <>
            <span className={classes.name}>{card.name}</span>{" "}
            <Text span size="sm" c="dimmed">
              {formatBytes(card.bytes)}
            </Text>
          </>
        )}
        {card.scan === "pending" ? (
          <Text size="sm" c="dimmed" component="span" display="block">
            {t("upload.scanning")}
          </Text>
        ) : null}
        {card.warnings.includes("attachments") ? (
          <Text size="sm" c="dimmed" component="span" display="block">
            {t("upload.attachments")}
          </Text>
        ) : null}
      </span>
      <ActionIcon
        variant="subtle"
        size="lg"
        disabled={disabled}
        aria-label={t("upload.remove", { name: card.name })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </ActionIcon>
    </span>
  );
}
