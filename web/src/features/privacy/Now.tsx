import { Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Privacy } from "@/api/types";
import { useTranslation } from "@/i18n/myData";
import { formatMoment, formatNumber } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useTakeBack } from "./changes";
import classes from "./Privacy.module.css";
import { overviewQuery } from "./queries";

const sharesOf = ({ shares }: Privacy): number =>
  shares.reduce((total, company) => total + company.shares.length, 0);

/** Who finds the person now, how much is open, and everything taken back in one gesture. */
export function Now() {
  const { t } = useTranslation();
  const overview = useQuery(overviewQuery);
  return (
    <Panel labelledBy="maintenant">
      <Stack>
        <Title order={2} id="maintenant">
          {t("myData.now")}
        </Title>
        {overview.data ? (
          <Standing privacy={overview.data} />
        ) : overview.isError ? (
          <ProblemNotice error={overview.error} onRetry={() => overview.refetch()} />
        ) : (
          <Skeleton height={140} radius="lg" role="img" aria-label={t("state.loading")} />
        )}
      </Stack>
    </Panel>
  );
}

function Standing({ privacy }: { privacy: Privacy }) {
  const { t } = useTranslation();
  const { takeBack, takeAllBack } = useTakeBack();
  const [said, setSaid] = useState(false);
  const { visibility, links, rooms } = privacy;
  const { audience, changed_at: changedAt } = visibility;
  const shares = sharesOf(privacy);
  const isFound = audience !== "nobody";
  const isOpen = isFound || shares > 0 || links.length > 0;
  return (
    <>
      <dl className={classes.summary}>
        <div>
          <dt>{t("myData.findable")}</dt>
          <dd>{t(`myData.audienceShort.${audience}`)}</dd>
        </div>
        <div>
          <dt>{t("myData.sharesCount")}</dt>
          <dd>{formatNumber(shares)}</dd>
        </div>
        <div>
          <dt>{t("myData.linksCount")}</dt>
          <dd>{formatNumber(links.length)}</dd>
        </div>
        <div>
          <dt>{t("myData.roomsCount")}</dt>
          <dd>{formatNumber(rooms.length)}</dd>
        </div>
      </dl>
      <Text c="dimmed" role="status">
        {said && !isOpen ? t("myData.allDone") : `${t(`myData.audience.${audience}`)}.`}{" "}
        {changedAt ? t("myData.since", { date: formatMoment(changedAt) }) : null}
      </Text>
      {visibility.is_hidden_by_erasure ? (
        <Notice tone="warning">{t("myData.byErasure")}</Notice>
      ) : null}
      <Group gap="sm">
        <ButtonLink to={paths.visibility} variant="default">
          {t("myData.change")}
        </ButtonLink>
        {isFound ? (
          <ConfirmButton
            label={t("myData.hide")}
            title={t("myData.hideTitle")}
            confirm={t("myData.hide")}
            variant="default"
            action={() => takeBack(visibility.take_back)}
          >
            {t("myData.hideText")}
          </ConfirmButton>
        ) : null}
        {isOpen ? (
          <ConfirmButton
            label={t("myData.all")}
            title={t("myData.allTitle")}
            confirm={t("myData.all")}
            color="brick"
            danger
            action={async () => {
              await takeAllBack(privacy);
              setSaid(true);
            }}
          >
            <Text mb={4}>{t("myData.allText")}</Text>
            <ul className={classes.bullets}>
              {isFound ? <li>{t("myData.allVisibility")}</li> : null}
              {shares > 0 ? <li>{t("myData.allShares", { count: shares })}</li> : null}
              {links.length > 0 ? <li>{t("myData.allLinks", { count: links.length })}</li> : null}
            </ul>
            <Text size="sm" c="dimmed" mt="sm">
              {t("myData.allKept")}
            </Text>
          </ConfirmButton>
        ) : (
          <Text c="dimmed">{said ? null : t("myData.allNothing")}</Text>
        )}
      </Group>
    </>
  );
}
