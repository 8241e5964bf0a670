import { Skeleton, Stack, Switch, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Visibility, VisibilityAudience } from "@/api/types";
import { useTranslation } from "@/i18n/visibility";
import { formatMoment } from "@/lib/format";
import { Choices } from "@/ui/Choices";
import { Disclosure } from "@/ui/Disclosure";
import { Panel } from "@/ui/Panel";
import { PolicyText } from "@/ui/PolicyText";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ChosenAside, ChosenCompanies } from "./ChosenCompanies";
import { useSetVisibility, visibilityQuery } from "./queries";
import classes from "./VisibilitySwitch.module.css";

const AUDIENCES: VisibilityAudience[] = ["everyone", "chosen"];

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
  // Who may see the person is only said together with being visible: until then it is this page that keeps it.
  const [wanted, setWanted] = useState<VisibilityAudience | null>(null);
  const { visible, changed_at: changedAt, policy_version: version } = visibility;
  const audience = wanted ?? visibility.audience;

  const change = async (next: boolean, seenBy: VisibilityAudience) => {
    setPending(true);
    setError(null);
    try {
      await set(next, version, seenBy);
      if (next) setWanted(null);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };
  const narrow = (next: VisibilityAudience) => {
    setWanted(next);
    if (visible) void change(true, next);
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
          onChange={(event) => void change(event.currentTarget.checked, audience)}
          label={t("visibility.switch")}
          classNames={{ label: classes.label ?? "" }}
        />
        <p role="status" className={classes.state}>
          {t(
            visible
              ? visibility.audience === "chosen"
                ? "visibility.onChosen"
                : "visibility.on"
              : "visibility.off",
          )}
        </p>
      </div>
      <div>
        <Choices<VisibilityAudience>
          legend={t("visibility.audience")}
          value={audience}
          choices={AUDIENCES.map((value) => ({ value, label: t(`visibility.${value}`) }))}
          onChange={narrow}
        />
        <Text size="sm" c="dimmed" mt={6}>
          {t(`visibility.${audience}Help`)} {visible ? null : t("visibility.notYet")}
        </Text>
      </div>
      {audience === "chosen" ? (
        <ChosenCompanies inForce={visible && visibility.audience === "chosen"} />
      ) : (
        <ChosenAside />
      )}
      <Text size="sm" c="dimmed">
        {changedAt
          ? t("visibility.changedAt", { date: formatMoment(changedAt), version })
          : t("visibility.neverChanged", { version })}
      </Text>
      {visible ? (
        <Disclosure label={t("visibility.agreed")}>
          <PolicyText text={visibility.policy_text} order={3} />
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
