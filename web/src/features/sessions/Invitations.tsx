import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { SessionInvitation } from "@/api/types";
import { useTranslation } from "@/i18n/mySessions";
import { dayOf, formatDateShort, formatPeriod } from "@/lib/days";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { invitationsQuery, useInvitationAnswers } from "./mineQueries";
import { useAction } from "./queries";
import classes from "./Sessions.module.css";

/** What waits at one's address: invitations to answer, participations to join to the account. */
export function Invitations() {
  const { t } = useTranslation();
  const query = useQuery(invitationsQuery);
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) return <Skeleton height={0} role="img" aria-label={t("state.loading")} />;
  if (query.data.length === 0) return null;
  return (
    <Panel labelledBy="invitations">
      <Stack>
        <Title order={2} id="invitations">
          {t("invited.heading", { count: query.data.length })}
        </Title>
        <ul className={classes.rows}>
          {query.data.map((invitation) => (
            <li key={invitation.id}>
              <Row invitation={invitation} />
            </li>
          ))}
        </ul>
      </Stack>
    </Panel>
  );
}

function Row({ invitation }: { invitation: SessionInvitation }) {
  const { t } = useTranslation();
  const answers = useInvitationAnswers();
  const accept = useAction(() => answers.accept(invitation.id));
  const { session_title: title, organisation_name: organisation, place, status } = invitation;
  const asks = status === "invited";
  return (
    <Stack gap="xs">
      <div>
        <Text fw={650}>{title}</Text>
        <p className={`${classes.facts} ${classes.soft}`}>
          <span>{organisation}</span>
          <span>{formatPeriod(invitation.starts_on, invitation.ends_on)}</span>
          {place ? <span>{place}</span> : null}
          <span>{t("invited.sent", { day: formatDateShort(dayOf(invitation.sent_at)) })}</span>
        </p>
      </div>
      <Text size="sm" maw="68ch">
        {t(asks ? "invited.asks" : "invited.registered", { organisation })}
      </Text>
      {accept.error ? <ProblemNotice error={accept.error} /> : null}
      <div className={classes.actions}>
        <Button
          loading={accept.isPending}
          aria-label={t(asks ? "invited.acceptOf" : "invited.joinOf", { title })}
          onClick={() => accept.mutate(undefined)}
        >
          {t(asks ? "invited.accept" : "invited.join")}
        </Button>
        {asks ? (
          <ConfirmButton
            label={t("invited.decline")}
            aria-label={t("invited.declineOf", { title })}
            title={t("invited.declineTitle")}
            confirm={t("invited.decline")}
            variant="default"
            danger
            action={() => answers.decline(invitation.id)}
          >
            {t("invited.declineText", { organisation })}
          </ConfirmButton>
        ) : null}
      </div>
    </Stack>
  );
}
