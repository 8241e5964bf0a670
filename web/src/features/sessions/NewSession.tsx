import { Button, Group, NativeSelect, Skeleton, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import type { TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/sessionWriting";
import { paths } from "@/lib/paths";
import { useSubmission } from "@/ui/form";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import { GeneralFields } from "./GeneralFields";
import { faultNames } from "./generalWords";
import { EMPTY, type GeneralValues, newSessionBody } from "./model/general";
import { publishedTrainingsQuery, useSessionChanges } from "./queries";
import { durationName } from "./words";

interface Values extends GeneralValues {
  training_id: string;
}

interface Props {
  organisation: string;
  onCreated: (session: TrainingSession) => void;
}

/** Opens a session: from which published training, when, where, with whom. */
export function NewSession({ organisation, onCreated }: Props) {
  const { t } = useTranslation();
  const trainings = useQuery(publishedTrainingsQuery(organisation));
  const { create } = useSessionChanges(organisation);
  const unsaved = useRef(false);
  const form = useForm<Values>({
    initialValues: { training_id: "", ...EMPTY },
    validate: (values) => ({
      ...(values.training_id === "" ? { training_id: t("form.required") } : {}),
      ...faultNames(t, values, true),
    }),
    onValuesChange: () => {
      unsaved.current = true;
    },
  });
  const submission = useSubmission(form, async ({ training_id: training, ...values }) => {
    const session = await create(newSessionBody(training, values as GeneralValues));
    unsaved.current = false;
    onCreated(session);
  });
  if (trainings.isError) {
    return <ProblemNotice error={trainings.error} onRetry={() => trainings.refetch()} />;
  }
  if (trainings.isPending) {
    return <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  if (trainings.data.length === 0) {
    return (
      <Notice
        icon="cap"
        title={t("newSession.noTraining")}
        actions={
          <Button
            renderRoot={(props) => (
              <Link to={paths.trainings} params={{ organisation }} {...props} />
            )}
            variant="default"
            size="sm"
          >
            {t("newSession.toTrainings")}
          </Button>
        }
      >
        {t("newSession.noTrainingHelp")}
      </Notice>
    );
  }
  const chosen = trainings.data.find(({ id }) => id === form.values.training_id);
  return (
    <Panel>
      <form onSubmit={submission.onSubmit} noValidate>
        <Stack>
          {submission.problem ? (
            <ProblemNotice error={submission.problem} messages={submission.messages} />
          ) : null}
          <div>
            <NativeSelect
              size="md"
              label={t("newSession.training")}
              description={t("newSession.trainingHelp")}
              required
              withAsterisk={false}
              data={[
                { value: "", label: t("newSession.choose"), disabled: true },
                ...trainings.data.map(({ id, title }) => ({ value: id, label: title })),
              ]}
              {...form.getInputProps("training_id")}
            />
            {chosen ? (
              <Text size="sm" c="dimmed" mt={6}>
                {t("newSession.takes", { duration: durationName(t, chosen.minutes) })}
              </Text>
            ) : null}
          </div>
          <GeneralFields
            organisation={organisation}
            form={form as unknown as Parameters<typeof GeneralFields>[0]["form"]}
            isNew
          />
          <Group>
            <Button type="submit" size="md" loading={submission.pending}>
              {t("newSession.submit")}
            </Button>
          </Group>
        </Stack>
      </form>
      <UnsavedGuard unsaved={unsaved} />
    </Panel>
  );
}
