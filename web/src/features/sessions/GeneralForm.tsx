import { Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useEffect, useRef, useState } from "react";
import type { TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/sessionWriting";
import { formatPeriod } from "@/lib/days";
import { formatList } from "@/lib/format";
import { fullName } from "@/lib/names";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import { GeneralFields } from "./GeneralFields";
import { faultNames } from "./generalWords";
import { type GeneralValues, generalBody, generalOf } from "./model/general";
import { useSessionChanges } from "./queries";
import { durationName, seatsName } from "./words";

interface Props {
  organisation: string;
  session: TrainingSession;
}

/** The general part of a session in the hands of those who write it. */
export function GeneralForm({ organisation, session }: Props) {
  const { t } = useTranslation();
  const { write } = useSessionChanges(organisation);
  const [saved, setSaved] = useState(false);
  const unsaved = useRef(false);
  const form = useForm<GeneralValues>({
    initialValues: generalOf(session),
    validate: (values) => faultNames(t, values, false),
    onValuesChange: () => setSaved(false),
  });
  useEffect(() => {
    unsaved.current = form.isDirty();
  });
  const submission = useVersionedForm<TrainingSession, GeneralValues>({
    form,
    current: session,
    valuesOf: generalOf,
    send: (values, version) => write({ ...session, version }, generalBody(values)),
    onDone: (written) => {
      const values = generalOf(written);
      form.setInitialValues(values);
      form.setValues(values);
      unsaved.current = false;
      setSaved(true);
    },
  });
  return (
    <Panel labelledBy="general">
      <Title order={2} id="general" mb="sm">
        {t("general.heading")}
      </Title>
      {session.status === "draft" ? null : (
        <Text size="sm" c="dimmed" mb="md">
          {t("general.told")}
        </Text>
      )}
      <VersionedForm
        plain
        submission={submission}
        factsOf={(theirs) => [
          [t("general.title"), theirs.title],
          [t("general.dates"), formatPeriod(theirs.starts_on, theirs.ends_on)],
          [t("general.place"), theirs.place],
          [t("general.seats"), seatsName(t, theirs)],
          [t("general.minutes"), durationName(t, theirs.announced_minutes)],
          [t("general.trainers"), formatList(theirs.trainers.map(fullName))],
        ]}
        submit={t("action.save")}
      >
        {saved ? <Notice tone="success" announce title={t("general.saved")} /> : null}
        <GeneralFields
          organisation={organisation}
          form={form}
          isNew={false}
          known={session.trainers}
        />
      </VersionedForm>
      <UnsavedGuard unsaved={unsaved} />
    </Panel>
  );
}
