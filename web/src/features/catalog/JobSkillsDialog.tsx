import { Anchor, Button, Group, Loader, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Job } from "@/api/types";
import { useTranslation } from "@/i18n/search";
import { Dialog } from "@/ui/Dialog";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { JobPicker } from "./JobPicker";
import { JobSkillsChoice } from "./JobSkillsChoice";
import { jobQuery, rememberLabels } from "./queries";

interface Props {
  opened: boolean;
  onClose: () => void;
  taken: ReadonlySet<string>;
  /** How many more skills may be added. */
  room: number;
  onAdd: (codes: string[], required: boolean) => void;
}

/** Chooses a job, then which of its skills to search for: the core ones are ticked from the start. */
export function JobSkillsDialog({ opened, onClose, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t("jobSkills.title")} size="lg">
      <Body {...rest} onClose={onClose} />
    </Dialog>
  );
}

function Body({ onClose, taken, room, onAdd }: Omit<Props, "opened">) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [code, setCode] = useState<string | null>(null);
  const job = useQuery({ ...jobQuery(code ?? ""), enabled: code !== null });

  const add = (chosen: Job, codes: string[], required: boolean) => {
    rememberLabels(cache, chosen.skills);
    onAdd(codes, required);
    onClose();
  };

  if (code === null) {
    return (
      <Stack mih={340}>
        <JobPicker
          inDialog
          label={t("jobSkills.job")}
          description={t("jobSkills.jobHelp")}
          placeholder={t("jobSkills.jobPlaceholder")}
          onPick={setCode}
        />
      </Stack>
    );
  }
  if (job.isError) return <ProblemNotice error={job.error} onRetry={() => job.refetch()} />;
  if (!job.data) {
    return (
      <Group justify="center" mih={340} role="status" aria-label={t("state.loading")}>
        <Loader />
      </Group>
    );
  }
  return (
    <Stack>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={650}>
          {job.data.label}{" "}
          <Text span c="dimmed" fw={400}>
            {job.data.code}
          </Text>
        </Text>
        <Anchor component="button" type="button" onClick={() => setCode(null)}>
          {t("jobSkills.change")}
        </Anchor>
      </Group>
      <JobSkillsChoice
        job={job.data}
        taken={taken}
        room={room}
        onAdd={(codes, required) => add(job.data, codes, required)}
        cancel={
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
        }
      />
    </Stack>
  );
}
