import { Button, Group } from "@mantine/core";
import { useRef, useState } from "react";
import type { FileCard, FileLink } from "@/api/types";
import { useTranslation } from "@/i18n/sessions";
import { formatBytes } from "@/lib/format";
import { saveAddress } from "@/lib/save";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useAction } from "./queries";

interface Props {
  title: string;
  file: FileCard;
  link: () => Promise<FileLink>;
}

/** A film: shown as it arrives and fetched by the browser itself, so that it is never in memory as a whole. */
export function Film({ title, file, link }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<FileLink | null>(null);
  const reached = useRef(0);
  const play = useAction(async () => setShown(await link()));
  const save = useAction(async () => saveAddress((await link()).url, file.name));
  const isPaused = () => shown !== null && Date.parse(shown.expires_at) <= Date.now();
  const error = play.error ?? save.error;
  return (
    <div>
      <Group gap="xs">
        {shown ? null : (
          <Button
            variant="light"
            size="compact-md"
            loading={play.isPending}
            aria-label={t("file.playOf", { title })}
            onClick={() => play.mutate(undefined)}
          >
            {t("file.play")}
          </Button>
        )}
        <Button
          variant="light"
          size="compact-md"
          loading={save.isPending}
          aria-label={t("file.downloadOf", { title })}
          onClick={() => save.mutate(undefined)}
        >
          {t("file.download", { size: formatBytes(file.bytes) })}
        </Button>
      </Group>
      {shown ? (
        // biome-ignore lint/a11y/useMediaCaption: what organisations send comes with what it has.
        <video
          controls
          autoPlay
          preload="metadata"
          src={shown.url}
          aria-label={title}
          style={{ display: "block", inlineSize: "100%", marginBlockStart: "0.5rem" }}
          onTimeUpdate={(event) => {
            reached.current = event.currentTarget.currentTime;
          }}
          onLoadedMetadata={(event) => {
            event.currentTarget.currentTime = reached.current;
          }}
          onError={() => {
            // Its address holds for half an hour: whoever paused goes on where they were.
            if (isPaused()) play.mutate(undefined);
          }}
        />
      ) : null}
      {error ? <ProblemNotice error={error} /> : null}
    </div>
  );
}
