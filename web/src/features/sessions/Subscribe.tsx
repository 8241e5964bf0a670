import { Button, Group, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "@/i18n/calendar";
import { formatMoment } from "@/lib/format";
import { Dialog } from "@/ui/Dialog";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { feedQuery, useFeedChanges } from "./mineQueries";
import { useAction } from "./queries";

/** The secret address under which a calendar program reads one's slots: given out, copied, taken back. */
export function Subscribe() {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<Icon name="link" size={16} />} onClick={dialog.open}>
        {t("feed.open")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} size="lg" title={t("feed.title")}>
        {opened ? <Feed /> : null}
      </Dialog>
    </>
  );
}

function Feed() {
  const { t } = useTranslation();
  const query = useQuery(feedQuery);
  const changes = useFeedChanges();
  const [url, setUrl] = useState<string | null>(null);
  const [copied, setCopied] = useState<"yes" | "no" | null>(null);
  const create = useAction(async () => {
    const feed = await changes.create();
    setUrl(feed.url);
    setCopied(null);
  });
  const remove = useAction(async () => {
    await changes.remove();
    setUrl(null);
  });
  const error = create.error ?? remove.error;
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <Skeleton height={120} role="img" aria-label={t("state.loading")} />;
  const since = query.data.created_at;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url ?? "");
      setCopied("yes");
    } catch {
      setCopied("no");
    }
  };
  return (
    <Stack>
      <Text>{t("feed.lead")}</Text>
      {error ? <ProblemNotice error={error} /> : null}
      {url ? (
        <>
          <TextInput
            label={t("feed.address")}
            description={t("feed.once")}
            readOnly
            value={url}
            data-autofocus
            onFocus={(event) => event.currentTarget.select()}
          />
          <Group gap="sm">
            <Button leftSection={<Icon name="link" size={16} />} onClick={copy}>
              {t("feed.copy")}
            </Button>
            <Text role="status" size="sm">
              {copied ? t(copied === "yes" ? "feed.copied" : "feed.notCopied") : ""}
            </Text>
          </Group>
          <Text size="sm" c="dimmed">
            {t("feed.how")}
          </Text>
        </>
      ) : since ? (
        <Notice tone="info" title={t("feed.since", { date: formatMoment(since) })}>
          {t("feed.sinceHelp")}
        </Notice>
      ) : null}
      <Group gap="xs">
        {since ? (
          <>
            <Button
              variant="default"
              loading={create.isPending}
              onClick={() => create.mutate(undefined)}
            >
              {t("feed.replace")}
            </Button>
            <Button
              variant="default"
              loading={remove.isPending}
              onClick={() => remove.mutate(undefined)}
            >
              {t("feed.revoke")}
            </Button>
          </>
        ) : (
          <Button loading={create.isPending} onClick={() => create.mutate(undefined)}>
            {t("feed.create")}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t("feed.secret")}
      </Text>
    </Stack>
  );
}
