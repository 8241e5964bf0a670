import { ActionIcon, Progress, Text, VisuallyHidden } from "@mantine/core";
import { asProblem } from "@/api/problem";
import { useTranslation } from "@/i18n/rooms";
import { formatBytes } from "@/lib/format";
import { Icon } from "@/ui/Icon";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Composer.module.css";
import type { Attached } from "./useFiles";

interface Props {
  files: readonly Attached[];
  onRemove: (one: Attached) => void;
  onRetry: (one: Attached) => void;
}

/** The files that will go with a message, and how far each of them is. */
export function AttachedList({ files, onRemove, onRetry }: Props) {
  const { t } = useTranslation();
  const sent = files.filter(({ card }) => card).length;
  return (
    <>
      <VisuallyHidden role="status">
        {files.length > 0 ? t("compose.filesSent", { count: sent, all: files.length }) : ""}
      </VisuallyHidden>
      {files.length > 0 ? (
        <ul className={classes.files} aria-label={t("compose.files")}>
          {files.map((one) => (
            <li key={one.key} className={classes.file}>
              <div className={classes.fileRow}>
                <span className={classes.fileName}>{one.name}</span>
                <Text span size="sm" c="dimmed">
                  {formatBytes(one.file.size)}
                </Text>
                <ActionIcon
                  variant="subtle"
                  size="md"
                  aria-label={t(one.card || one.error ? "compose.remove" : "compose.cancel", {
                    name: one.name,
                  })}
                  onClick={() => onRemove(one)}
                >
                  <Icon name="close" size={16} />
                </ActionIcon>
              </div>
              <Stage one={one} onRetry={onRetry} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Stage({ one, onRetry }: { one: Attached; onRetry: (one: Attached) => void }) {
  const { t } = useTranslation();
  if (one.error) {
    const again = asProblem(one.error).temporary ? { onRetry: () => onRetry(one) } : {};
    return <ProblemNotice error={one.error} {...again} />;
  }
  if (!one.card) {
    return <Progress value={Math.floor(one.share * 100)} aria-label={one.name} mt={4} />;
  }
  if (one.card.scan === "infected") {
    return <p className={classes.fault}>{t("compose.infected")}</p>;
  }
  return null;
}
