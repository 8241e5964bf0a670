import { Button, NativeSelect, Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useDownload } from "@/api/download";
import { useTranslation } from "@/i18n/sentOffers";
import { formatBytes } from "@/lib/format";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { OfferReading } from "../shared/OfferReading";
import type { MyOffer, Offer } from "../shared/types";
import { offerFile, previewQuery, recipientsQuery } from "./queries";
import { calledOf } from "./words";

interface Props {
  offer: Offer;
  /** Whether one may choose through whose eyes; once it is sent, its words are what matters. */
  byPerson?: boolean;
}

/** An offer as the person will read it. */
export function Preview({ offer, byPerson = false }: Props) {
  const { t } = useTranslation();
  const [recipient, setRecipient] = useState<string | null>(null);
  // Without a search, everybody reads the same.
  const choosing = byPerson && Boolean(offer.search);
  const list = useQuery({ ...recipientsQuery(offer.id, null), enabled: choosing });
  const people = choosing ? (list.data ?? []) : [];
  const chosen = people.some(({ id }) => id === recipient) ? recipient : null;
  const preview = useQuery(previewQuery(offer.id, chosen));
  return (
    <Stack>
      {byPerson ? <Notice icon="eye">{t("offerPreview.help")}</Notice> : null}
      {people.length > 0 ? (
        <NativeSelect
          label={t("offerPreview.asSeenBy")}
          value={chosen ?? ""}
          maw={360}
          data={[
            { value: "", label: t("offerPreview.anybody") },
            ...people.map((one) => ({ value: one.id, label: calledOf(t, one) })),
          ]}
          onChange={(event) => setRecipient(event.currentTarget.value || null)}
        />
      ) : null}
      {preview.data ? (
        <OfferReading
          offer={preview.data}
          order={3}
          file={<FileButton id={offer.id} file={preview.data.file} />}
        />
      ) : preview.isError ? (
        <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} />
      ) : (
        <Skeleton height={240} radius="lg" role="img" aria-label={t("state.loading")} />
      )}
    </Stack>
  );
}

function FileButton({ id, file }: { id: string; file: MyOffer["file"] }) {
  const { t } = useTranslation();
  const run = useDownload(() => offerFile(id));
  if (!file) return null;
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        size="sm"
        variant="default"
        loading={run.isPending}
        onClick={() => run.mutate(undefined)}
      >
        {t("offerPreview.file", { name: file.name, size: formatBytes(file.bytes) })}
      </Button>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </Stack>
  );
}
