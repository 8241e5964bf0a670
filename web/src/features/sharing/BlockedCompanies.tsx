import { ActionIcon, Button, Group, Skeleton, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "@/i18n/visibility";
import { formatDay } from "@/lib/format";
import { compact, formatSiren, sirenFault } from "@/lib/siret";
import { useSubmission } from "@/ui/form";
import { Icon } from "@/ui/Icon";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./BlockedCompanies.module.css";
import { blockedQuery, useBlocking } from "./queries";

/** Companies that never see this profile, whatever the switch says. */
export function BlockedCompanies() {
  const { t } = useTranslation();
  const blocked = useQuery(blockedQuery);
  return (
    <Panel labelledBy="bloquees">
      <Stack>
        <div>
          <Title order={2} id="bloquees">
            {t("blocked.title")}
          </Title>
          <Text c="dimmed" mt={4}>
            {t("blocked.lead")}
          </Text>
        </div>
        <BlockForm />
        {blocked.isError ? (
          <ProblemNotice error={blocked.error} onRetry={() => blocked.refetch()} />
        ) : blocked.data ? (
          <List />
        ) : (
          <Skeleton height={48} role="img" aria-label={t("state.loading")} />
        )}
      </Stack>
    </Panel>
  );
}

function BlockForm() {
  const { t } = useTranslation();
  const { block } = useBlocking();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { siren: "" },
    validate: {
      siren: (value) => {
        const fault = sirenFault(value);
        return fault ? t(`siren.fault.${fault}`, { count: compact(value).length }) : null;
      },
    },
  });
  const submission = useSubmission(form, async ({ siren }) => {
    await block(compact(siren));
    form.reset();
  });
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack gap="sm">
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <Group align="flex-end" gap="sm">
          <TextInput
            key={form.key("siren")}
            label={t("blocked.siren")}
            description={t("blocked.sirenHelp")}
            inputMode="numeric"
            autoComplete="off"
            required
            className={classes.field ?? ""}
            {...form.getInputProps("siren")}
          />
          <Button type="submit" size="md" variant="default" loading={submission.pending}>
            {t("blocked.add")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** By number, as they were typed: a name would tell which companies use Carnet. */
function List() {
  const { t } = useTranslation();
  const { data } = useQuery(blockedQuery);
  const { unblock } = useBlocking();
  const [error, setError] = useState<unknown>(null);
  const items = data?.items ?? [];
  if (items.length === 0) return <Text role="status">{t("blocked.none")}</Text>;
  return (
    <>
      {error ? <ProblemNotice error={error} /> : null}
      <ul className={classes.list}>
        {items.map(({ siren, blocked_at: at }) => (
          <li key={siren}>
            <span>
              <strong>{t("blocked.company", { siren: formatSiren(siren) })}</strong>
              <span className={classes.detail}>{t("blocked.since", { date: formatDay(at) })}</span>
            </span>
            <ActionIcon
              variant="subtle"
              color="slate.8"
              size="lg"
              aria-label={t("blocked.remove", { siren: formatSiren(siren) })}
              onClick={() => unblock(siren).then(() => setError(null), setError)}
            >
              <Icon name="close" />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </>
  );
}
