import { Checkbox, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import type { AttendanceSettings } from "@/api/types";
import { useTranslation } from "@/i18n/recordSettings";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import { faultsOf, type Typed, thresholdsOf, typedOf } from "./model/thresholds";
import classes from "./Records.module.css";
import { settingsQuery, useSettingsChange } from "./settingsQueries";
import { ThresholdFields, useThresholdWords } from "./ThresholdFields";

/** Somebody who may be told. */
export interface Colleague {
  id: string;
  name: string;
}

interface Props {
  organisation: string;
  /** Whether this person writes. */
  writes: boolean;
  colleagues: Colleague[];
}

/** When people are told of low attendance in the organisation's sessions, and who beside the trainee. */
export function AlertSettings({ organisation, writes, colleagues }: Props) {
  const { t } = useTranslation();
  const query = useQuery(settingsQuery(organisation));
  const words = useThresholdWords();
  let content: ReactNode;
  if (query.isError) {
    content = <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  } else if (query.isPending) {
    content = <Skeleton height={140} role="img" aria-label={t("state.loading")} />;
  } else if (writes) {
    content = (
      <AlertForm
        key={organisation}
        organisation={organisation}
        settings={query.data}
        colleagues={colleagues}
      />
    );
  } else {
    content = <Text>{words(query.data.thresholds)}</Text>;
  }
  return (
    <Panel labelledBy="alertes">
      <Stack>
        <div>
          <Title order={2} id="alertes">
            {t("alert.title")}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw="66ch">
            {t("alert.lead")}
          </Text>
        </div>
        {content}
      </Stack>
    </Panel>
  );
}

interface Values extends Record<string, unknown> {
  thresholds: Typed[];
  recipients: string[];
}

const valuesOf = (settings: AttendanceSettings): Values => ({
  thresholds: typedOf(settings.thresholds),
  recipients: settings.recipients,
});

interface FormProps {
  organisation: string;
  settings: AttendanceSettings;
  colleagues: Colleague[];
}

function AlertForm({ organisation, settings, colleagues }: FormProps) {
  const { t } = useTranslation();
  const write = useSettingsChange(organisation);
  const words = useThresholdWords();
  const [saved, setSaved] = useState(false);
  // The form stays open after it is saved: the next change starts from what was written here, not from what was read since.
  const written = useRef(settings.version);
  const form = useForm<Values>({
    initialValues: valuesOf(settings),
    onValuesChange: () => setSaved(false),
    validate: {
      thresholds: (value) => (Object.keys(faultsOf(value)).length > 0 ? t("alert.faulty") : null),
    },
  });
  const submission = useVersionedForm<AttendanceSettings, Values>({
    form,
    current: settings,
    valuesOf,
    send: ({ thresholds, recipients }, version) =>
      write(
        { thresholds: thresholdsOf(thresholds), recipients },
        Math.max(version, written.current),
      ),
    onDone: ({ version }) => {
      written.current = version;
      setSaved(true);
    },
  });
  const { thresholds, recipients } = form.values;
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.name ?? "";
  return (
    <VersionedForm
      submission={submission}
      factsOf={(theirs) => [
        [t("alert.thresholds"), words(theirs.thresholds)],
        [t("alert.recipients"), theirs.recipients.map(nameOf).join(", ")],
      ]}
      submit={t("action.save")}
      plain
    >
      <ThresholdFields
        value={thresholds}
        faults={form.errors.thresholds ? faultsOf(thresholds) : {}}
        onChange={(typed) => form.setFieldValue("thresholds", typed)}
      />
      <Checkbox.Group
        label={t("alert.recipients")}
        description={t("alert.recipientsHelp")}
        error={form.errors.recipients}
        value={recipients}
        onChange={(chosen) => form.setFieldValue("recipients", chosen)}
      >
        <div className={`${classes.fields} ${classes.below}`}>
          {colleagues.map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} />
          ))}
        </div>
      </Checkbox.Group>
      <Text role="status" size="sm" c="dimmed">
        {saved ? t("alert.saved") : ""}
      </Text>
    </VersionedForm>
  );
}
