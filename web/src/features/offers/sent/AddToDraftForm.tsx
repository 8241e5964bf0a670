import { Button, Group, Radio, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem, messagesOf } from "@/api/problem";
import { useTranslation } from "@/i18n/sentOffers";
import { formatDay } from "@/lib/format";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { draftsQuery, useOfferChanges } from "./queries";
import { peopleOf } from "./StateCounts";

interface Props {
  profiles: readonly string[];
  onAdded: (offer: string, leftOut: number) => void;
  onClose: () => void;
}

/** Chooses the draft. */
export function AddToDraftForm({ profiles, onAdded, onClose }: Props) {
  const { t } = useTranslation();
  const drafts = useQuery(draftsQuery);
  const { add } = useOfferChanges();
  const [draft, setDraft] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const run = async () => {
    setMissing(draft === null);
    if (draft === null) return;
    setPending(true);
    setError(null);
    try {
      const offer = await add(draft, profiles);
      onClose();
      onAdded(draft, offer.not_added.length);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };

  if (drafts.isError) {
    return <ProblemNotice error={drafts.error} onRetry={() => void drafts.refetch()} />;
  }
  if (!drafts.data) {
    return <Skeleton height={120} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  if (drafts.data.length === 0) {
    return (
      <Stack>
        <Text>{t("offerAdd.none")}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("action.close")}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack>
      {error ? <ProblemNotice error={asProblem(error)} messages={messagesOf(error)} /> : null}
      <Radio.Group
        label={t("offerAdd.which")}
        value={draft}
        onChange={setDraft}
        error={missing ? t("offerAdd.missing") : null}
      >
        <Stack gap="xs" mt="xs">
          {drafts.data.map((one) => (
            <Radio
              key={one.id}
              value={one.id}
              label={one.title}
              description={t("offerAdd.facts", {
                count: peopleOf(one.counts),
                date: formatDay(one.created_at),
              })}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("action.cancel")}
        </Button>
        <Button loading={pending} onClick={() => void run()}>
          {t("offerAdd.add", { count: profiles.length })}
        </Button>
      </Group>
    </Stack>
  );
}
