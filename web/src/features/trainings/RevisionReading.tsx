import { Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/revisions";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { revisionQuery } from "./queries";
import { writtenName } from "./revisionWords";
import { TrainingReading } from "./TrainingReading";

interface Props {
  organisation: string;
  training: string;
  number: number;
}

/** A revision as it was written. */
export function RevisionReading({ organisation, training, number }: Props) {
  const { t } = useTranslation();
  const revision = useQuery(revisionQuery(organisation, training, number));
  if (revision.isError) {
    return <ProblemNotice error={revision.error} onRetry={() => revision.refetch()} />;
  }
  if (!revision.data) {
    return <Skeleton height={240} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const { content, title, release, organisation: issuer } = revision.data;
  return (
    <Stack gap="lg">
      <div>
        <Text fw={650}>{title}</Text>
        <Text size="sm" c="dimmed">
          {writtenName(t, revision.data)}
          {release > 0 ? ` · ${t("revision.release", { release })}` : null}
        </Text>
      </div>
      <TrainingReading content={content} issuer={issuer} />
    </Stack>
  );
}
