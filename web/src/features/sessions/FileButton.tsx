import { Button, Text } from "@mantine/core";
import type { FileCard, FileLink } from "@/api/types";
import { useTranslation } from "@/i18n/sessions";
import { formatBytes } from "@/lib/format";
import { saveFile } from "@/lib/save";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Film } from "./Film";
import { useAction } from "./queries";

interface Props {
  title: string;
  file: FileCard;
  download: () => Promise<Blob>;
  /** An address for a while: what browsers fetch by themselves. */
  link: () => Promise<FileLink>;
}

/** A file that is kept here: what it is, what the antivirus says of it, and the way to have it. */
export function FileButton({ title, file, download, link }: Props) {
  const { t } = useTranslation();
  const run = useAction(async () => saveFile(await download(), file.name));
  return (
    <>
      {file.scan === "infected" ? (
        <Text size="sm" c="brick.8" fw={550}>
          {t("file.infected")}
        </Text>
      ) : file.media_type.startsWith("video/") ? (
        <Film title={title} file={file} link={link} />
      ) : (
        <Button
          variant="light"
          size="compact-md"
          loading={run.isPending}
          aria-label={t("file.downloadOf", { title })}
          onClick={() => run.mutate(undefined)}
        >
          {t("file.download", { size: formatBytes(file.bytes) })}
        </Button>
      )}
      {file.scan === "pending" ? (
        <Text size="sm" c="dimmed" component="span" ms="xs">
          {t("file.pending")}
        </Text>
      ) : null}
      {file.scan === "unchecked" ? (
        <Text size="sm" c="dimmed" component="span" ms="xs">
          {t("file.unchecked")}
        </Text>
      ) : null}
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </>
  );
}
