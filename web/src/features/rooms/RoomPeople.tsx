import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/roomSettings";
import { formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { useModeration } from "./moderation/queries";
import { membersQuery } from "./queries";
import classes from "./Rooms.module.css";
import type { Member, Room } from "./types";

/** Who reads a room; to those who moderate, also who may not write for a while, and who was put out. */
export function RoomPeople({ room }: { room: Room }) {
  const { t } = useTranslation();
  const query = useQuery(membersQuery(room.id));
  const people = query.data;
  return (
    <Panel labelledBy="personnes">
      <Stack gap="sm">
        <Title order={2} id="personnes">
          {t("roomSettings.people")}
        </Title>
        {room.session && room.side === "staff" ? (
          <Text size="sm" c="dimmed">
            {t(room.kind === "group" ? "roomSettings.groupHelp" : "roomSettings.peopleHelp")}{" "}
            <Link
              to={paths.sessionRooms}
              params={{ organisation: room.session.organisation_id, session: room.session.id }}
            >
              {t("roomSettings.toSession")}
            </Link>
          </Text>
        ) : null}
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : null}
        {people ? (
          <ul className={classes.people}>
            {people.map((one) => (
              <li key={one.profile_id}>
                <One room={room} one={one} />
              </li>
            ))}
          </ul>
        ) : query.isError ? null : (
          <Skeleton height={160} role="img" aria-label={t("state.loading")} />
        )}
      </Stack>
    </Panel>
  );
}

function One({ room, one }: { room: Room; one: Member }) {
  const { t } = useTranslation();
  const { readmit } = useModeration(room.id);
  return (
    <>
      <span className={classes.facts}>
        <strong>{one.is_me ? t("roomSettings.me", { name: one.name }) : one.name}</strong>
        <span>{t(`roomSettings.sides.${one.side}`)}</span>
        {one.silenced_until ? (
          <StateTag tone="warning">
            {t("roomSettings.silenced", { date: formatMoment(one.silenced_until) })}
          </StateTag>
        ) : null}
        {one.is_expelled ? <StateTag tone="error">{t("roomSettings.expelled")}</StateTag> : null}
      </span>
      {one.is_expelled && room.may_moderate ? (
        <ConfirmButton
          size="compact-sm"
          variant="default"
          label={t("roomSettings.readmit")}
          aria-label={t("roomSettings.readmitOf", { name: one.name })}
          title={t("roomSettings.readmitAsk", { name: one.name })}
          confirm={t("roomSettings.readmit")}
          action={() => readmit(one.profile_id)}
        >
          {t("roomSettings.readmitHelp")}
        </ConfirmButton>
      ) : null}
    </>
  );
}
