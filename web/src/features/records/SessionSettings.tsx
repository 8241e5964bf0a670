import { Checkbox, Skeleton, Stack, Text, Textarea, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import type { SessionAttendanceSettings } from "@/api/types";
import { useTranslation } from "@/i18n/recordSettings";
import { formatDateShort } from "@/lib/days";
import { formatDay } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import { faultsOf, type Typed, thresholdsOf, typedOf } from "./model/thresholds";
import type { Place } from "./queries";
import { sessionSettingsQuery, useSessionSettingsChange } from "./settingsQueries";
import { ThresholdFields, useThresholdWords } from "./ThresholdFields";

interface Props {
  place: Place;
  writes: boolean;
  /** The way to the thresholds of the organisation. */
  toOrganisation: ReactNode;
}

/** What a session asks of its sheets, and how long its papers stay. */
export function SessionSettings({ place, writes, toOrganisation }: Props) {
  const { t } = useTranslation();
  const query = useQuery(sessionSettingsQuery(place));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={260} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  return (
    <>
      <Panel labelledBy="reglages">
        <Stack>
          <Title order={2} id="reglages">
            {t("sessionRule.title")}
          </Title>
          {writes ? (
            <SettingsForm
              key={place.session}
              place={place}
              settings={query.data}
              toOrganisation={toOrganisation}
            />
          ) : (
            <Reading settings={query.data} />
          )}
        </Stack>
      </Panel>
      <Kept settings={query.data} />
    </>
  );
}

function Reading({ settings }: { settings: SessionAttendanceSettings }) {
  const { t } = useTranslation();
  const words = useThresholdWords();
  const { thresholds, asks_entry_exit: asks, legal_hold: hold } = settings;
  return (
    <Facts
      facts={[
        [t("alert.thresholds"), thresholds ? words(thresholds) : t("sessionRule.organisation")],
        [t("sessionRule.entryExit"), t(asks ? "sessionRule.yes" : "sessionRule.no")],
        [t("sessionRule.hold"), hold ?? t("sessionRule.no")],
      ]}
    />
  );
}

/** Until when the papers of the session are kept. */
function Kept({ settings }: { settings: SessionAttendanceSettings }) {
  const { t } = useTranslation();
  const purged = settings.purged_at;
  return (
    <Panel labelledBy="conservation">
      <Stack>
        <Title order={2} id="conservation">
          {t("keeping.title")}
        </Title>
        <Facts
          facts={[
            [t("keeping.rule"), t(`keeping.retention.${settings.retention}`)],
            [t("keeping.sheets"), formatDateShort(settings.attendance_until)],
            [t("keeping.certificates"), formatDateShort(settings.certificates_until)],
            ...(purged ? [[t("keeping.purged"), formatDay(purged)] as [string, string]] : []),
          ]}
        />
      </Stack>
    </Panel>
  );
}

interface Values extends Record<string, unknown> {
  own: boolean;
  thresholds: Typed[];
  asks_entry_exit: boolean;
  cofunded: boolean;
  held: boolean;
  legal_hold: string;
}

const valuesOf = (settings: SessionAttendanceSettings): Values => ({
  own: Boolean(settings.thresholds),
  thresholds: typedOf(settings.thresholds ?? []),
  asks_entry_exit: settings.asks_entry_exit,
  cofunded: settings.retention === "cofunded",
  held: Boolean(settings.legal_hold),
  legal_hold: settings.legal_hold ?? "",
});

interface FormProps {
  place: Place;
  settings: SessionAttendanceSettings;
  toOrganisation: ReactNode;
}

function SettingsForm({ place, settings, toOrganisation }: FormProps) {
  const { t } = useTranslation();
  const write = useSessionSettingsChange(place);
  const words = useThresholdWords();
  const [saved, setSaved] = useState(false);
  // The form stays open after it is saved: the next change starts from what was written here, not from what was read since.
  const written = useRef(settings.version);
  const form = useForm<Values>({
    initialValues: valuesOf(settings),
    onValuesChange: () => setSaved(false),
    validate: {
      thresholds: (value, { own }) =>
        own && Object.keys(faultsOf(value)).length > 0 ? t("alert.faulty") : null,
      legal_hold: (value, { held }) =>
        held && value.trim().length < 3 ? t("sessionRule.holdMissing") : null,
    },
  });
  const submission = useVersionedForm<SessionAttendanceSettings, Values>({
    form,
    current: settings,
    valuesOf,
    send: (values, version) =>
      write(
        {
          thresholds: values.own ? thresholdsOf(values.thresholds) : null,
          asks_entry_exit: values.asks_entry_exit,
          legal_hold: values.held ? values.legal_hold.trim() : null,
          retention: values.cofunded ? "cofunded" : "standard",
        },
        Math.max(version, written.current),
      ),
    onDone: ({ version }) => {
      written.current = version;
      setSaved(true);
    },
  });
  const { values } = form;
  return (
    <VersionedForm
      submission={submission}
      factsOf={(theirs) => [
        [
          t("alert.thresholds"),
          theirs.thresholds ? words(theirs.thresholds) : t("sessionRule.organisation"),
        ],
        [
          t("sessionRule.entryExit"),
          t(theirs.asks_entry_exit ? "sessionRule.yes" : "sessionRule.no"),
        ],
        [t("sessionRule.hold"), theirs.legal_hold ?? ""],
        [t("keeping.rule"), t(`keeping.retention.${theirs.retention}`)],
      ]}
      submit={t("action.save")}
      plain
    >
      <Checkbox
        label={t("sessionRule.asksEntryExit")}
        description={t("sessionRule.asksHelp")}
        {...form.getInputProps("asks_entry_exit", { type: "checkbox" })}
      />
      <Checkbox
        label={t("sessionRule.own")}
        description={t("sessionRule.ownHelp")}
        {...form.getInputProps("own", { type: "checkbox" })}
      />
      {values.own ? (
        <ThresholdFields
          value={values.thresholds}
          faults={form.errors.thresholds ? faultsOf(values.thresholds) : {}}
          onChange={(typed) => form.setFieldValue("thresholds", typed)}
        />
      ) : (
        <div>{toOrganisation}</div>
      )}
      <Checkbox
        label={t("sessionRule.cofunded")}
        description={t("sessionRule.cofundedHelp")}
        {...form.getInputProps("cofunded", { type: "checkbox" })}
      />
      <Checkbox
        label={t("sessionRule.held")}
        description={t("sessionRule.heldHelp")}
        {...form.getInputProps("held", { type: "checkbox" })}
      />
      {values.held ? (
        <Textarea
          label={t("sessionRule.hold")}
          autosize
          minRows={2}
          maxLength={500}
          required
          {...form.getInputProps("legal_hold")}
        />
      ) : null}
      <Text role="status" size="sm" c="dimmed">
        {saved ? t("alert.saved") : ""}
      </Text>
    </VersionedForm>
  );
}
