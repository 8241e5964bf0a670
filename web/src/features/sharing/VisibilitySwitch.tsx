import { Skeleton, Stack, Switch, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Visibility } from "@/api/types";
import { useTranslation } from "@/i18n/visibility";
import { formatMoment } from "@/lib/format";
import { Disclosure } from "@/ui/Disclosure";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { PolicyText } from "./PolicyText";
import { useSetVisibility, visibilityQuery } from "./queries";
import classes from "./VisibilitySwitch.module.css";

/** The switch above the very text that is agreed to; off is one press away as on is. */
export function VisibilitySwitch() {
  const { t } = useTranslation();
  const visibility = useQuery(visibilityQuery);
  return (
    <Panel labelledBy="interrupteur">
      <Stack>
        <Title order={2} id="interrupteur">
          {t("visibility.switchTitle")}
        </Title>
        {visibility.isError ? (
          <ProblemNotice error={visibility.error} onRetry={() => visibility.refetch()} />
        ) : visibility.data ? (
          <Control visibility={visibility.data} />
        ) : (
          <Skeleton height={140} role="img" aria-label={t("state.loading")} />
        )}
      </Stack>
    </Panel>
  );
}

function Control({ visibility }: { visibility: Visibility }) {
  const { t } = useTranslation();
  const set = useSetVisibility();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { visible, changed_at: changedAt, policy_version: version } = visibility;

  const change = async (next: boolean) => {
    setPending(true);
    setError(null);
    try {
      await set(next, version);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };

  return (
    <>
      {error ? <ProblemNotice error={error} title={t("visibility.failed")} /> : null}
      <div className={classes.control} data-on={visible || undefined}>
        <Switch
          size="lg"
          color="leaf.8"
          checked={visible}
          disabled={pending}
          onChange={(event) => change(event.currentTarget.checked)}
          label={t("visibility.switch")}
          classNames={{ label: classes.label ?? "" }}
        />
        <p role="status" className={classes.state}>
          {t(visible ? "visibility.on" : "visibility.off")}
        </p>
      </div>
      <Text size="sm" c="dimmed">
        {changedAt
          ? t("visibility.changedAt", { date: formatMoment(changedAt), version })
          : t("visibility.neverChanged", { version })}
      </Text>
      {visible ? (
        <Disclosure label={t("visibility.agreed")}>
          <PolicyText text={visibility.policy_text} />
        </Disclosure>
      ) : (
        <div>
          <Title order={3} mb="xs">
            {t("visibility.policy")}
          </Title>
          <PolicyText text={visibility.policy_text} />
        </div>
      )}
    </>
  );
}
