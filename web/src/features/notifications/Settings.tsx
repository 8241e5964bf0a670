import { Button, Checkbox, Group, NativeSelect, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "@/i18n/notificationSettings";
import { paths } from "@/lib/paths";
import { useSubmission } from "@/ui/form";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { type NotificationSettings, settingsQuery, useSaveSettings } from "./queries";
import classes from "./Told.module.css";

const GROUPS = ["offers", "rooms", "shares", "quizzes", "recruiting", "account"] as const;
const MODES = ["at_once", "daily", "none"] as const;

type NoticeGroup = (typeof GROUPS)[number];
type Mode = (typeof MODES)[number];
type Values = NotificationSettings & Record<string, unknown>;

/** These are always listed, whatever one chooses. */
const LISTED: readonly NoticeGroup[] = ["offers", "account"];

/** What one is told inside the app and by mail, group by group. */
export function Settings() {
  const { t } = useTranslation();
  const query = useQuery(settingsQuery);
  if (query.isError) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) {
    return <Skeleton height={420} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  return <SettingsForm settings={query.data} />;
}

function SettingsForm({ settings }: { settings: NotificationSettings }) {
  const { t } = useTranslation();
  const save = useSaveSettings();
  const [saved, setSaved] = useState(false);
  const form = useForm<Values>({ initialValues: { ...settings } });
  const submission = useSubmission(form, async (values) => {
    await save(Object.fromEntries(GROUPS.map((one) => [one, values[one]])) as NotificationSettings);
    setSaved(true);
  });
  const set = (group: NoticeGroup, to: Partial<NotificationSettings[NoticeGroup]>) => {
    setSaved(false);
    form.setFieldValue(group, { ...form.values[group], ...to });
  };
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <Text size="sm" c="dimmed" maw="68ch">
          {t("notifySettings.modeHelp")}
        </Text>
        <Panel>
          <ul className={classes.groups}>
            {GROUPS.map((group) => (
              <li key={group} className={classes.group}>
                <Choice
                  group={group}
                  value={form.values[group]}
                  error={form.errors[group]}
                  onChange={(to) => set(group, to)}
                />
              </li>
            ))}
          </ul>
        </Panel>
        <Text size="sm">
          {t("notifySettings.perRoom")} <Link to={paths.rooms}>{t("notifySettings.toRooms")}</Link>
        </Text>
        <Group>
          <Button type="submit" loading={submission.pending}>
            {t("action.save")}
          </Button>
          <Text role="status">{saved ? t("notifySettings.saved") : ""}</Text>
        </Group>
      </Stack>
    </form>
  );
}

interface ChoiceProps {
  group: NoticeGroup;
  value: NotificationSettings[NoticeGroup];
  error: ReactNode;
  onChange: (to: Partial<NotificationSettings[NoticeGroup]>) => void;
}

function Choice({ group, value, error, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const name = t(`notifySettings.groups.${group}`);
  const listed = LISTED.includes(group);
  const fixed = group === "account";
  return (
    <>
      <div>
        <Title order={2} size="h3">
          {name}
        </Title>
        <Text size="sm" c="dimmed">
          {t(`notifySettings.groupHelp.${group}`)}
        </Text>
        {fixed ? (
          <Text size="sm">{t("notifySettings.alwaysAll")}</Text>
        ) : listed ? (
          <Text size="sm">{t("notifySettings.always")}</Text>
        ) : null}
        {error ? (
          <Text size="sm" c="brick" role="alert">
            {error}
          </Text>
        ) : null}
      </div>
      {fixed ? null : (
        <div className={classes.choices}>
          {listed ? null : (
            <Checkbox
              label={t("notifySettings.inAppLabel")}
              aria-label={t("notifySettings.inAppOf", { group: name })}
              checked={value.in_app}
              onChange={(event) => onChange({ in_app: event.currentTarget.checked })}
            />
          )}
          <NativeSelect
            label={t("notifySettings.mail")}
            aria-label={t("notifySettings.mailOf", { group: name })}
            value={value.mail}
            data={MODES.map((mode) => ({ value: mode, label: t(`notifySettings.modes.${mode}`) }))}
            onChange={(event) => onChange({ mail: event.currentTarget.value as Mode })}
          />
        </div>
      )}
    </>
  );
}
