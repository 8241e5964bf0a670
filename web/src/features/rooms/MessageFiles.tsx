import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { type Download, useDownload } from "@/api/download";
import type { FileCard } from "@/api/types";
import { useTranslation } from "@/i18n/rooms";
import { formatBytes } from "@/lib/format";
import { Icon } from "@/ui/Icon";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Message.module.css";

interface Props {
  files: readonly FileCard[];
  download: (file: FileCard) => Promise<Download>;
}

const isPicture = ({ media_type: type }: FileCard): boolean => type.startsWith("image/");

/** The files of a message: downloaded, or looked at where they are pictures. */
export function MessageFiles({ files, download }: Props) {
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.id}>
          <OneFile file={file} download={() => download(file)} />
        </li>
      ))}
    </ul>
  );
}

function OneFile({ file, download }: { file: FileCard; download: () => Promise<Download> }) {
  const { t } = useTranslation();
  const run = useDownload(download);
  const [picture, setPicture] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const show = async () => {
    setError(null);
    try {
      setPicture(await addressOf((await download()).content));
    } catch (reason) {
      setError(reason);
    }
  };
  return (
    <>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          className={classes.fileButton ?? ""}
          loading={run.isPending}
          leftSection={<Icon name="clip" size={14} />}
          aria-label={t("chat.download", { name: file.name, size: formatBytes(file.bytes) })}
          onClick={() => run.mutate(undefined)}
        >
          <span className={classes.fileName}>{file.name}</span>
        </Button>
        {isPicture(file) ? (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={picture !== null}
            aria-label={t(picture ? "chat.hidePicture" : "chat.showPicture", { name: file.name })}
            onClick={() => (picture ? setPicture(null) : void show())}
          >
            {t(picture ? "chat.hide" : "chat.show")}
          </Button>
        ) : null}
      </Group>
      {picture ? <img className={classes.picture} src={picture} alt={file.name} /> : null}
      {run.error || error ? <ProblemNotice error={run.error ?? error} /> : null}
    </>
  );
}

/** The address of a picture that is in the page itself: pictures of other origins are not shown. */
function addressOf(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(content);
  });
}
