import {
  Button,
  Group,
  NativeSelect,
  Skeleton,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { EnrolmentStatus, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/participants";
import { fullName } from "@/lib/names";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { enrolmentsQuery } from "./enrolmentQueries";
import { holdsSeat, isWritable } from "./model/moves";
import { found } from "./model/participants";
import { ParticipantForm } from "./ParticipantForm";
import { ParticipantRow } from "./ParticipantRow";
import classes from "./Sessions.module.css";
import type { ParticipantFilter } from "./url";
import { enrolmentName, seatsName } from "./words";

const STATES: EnrolmentStatus[] = [
  "waiting",
  "invited",
  "enrolled",
  "confirmed",
  "finished",
  "abandoned",
  "cancelled",
];

interface Props {
  organisation: string;
  session: TrainingSession;
  writes: boolean;
  filter: ParticipantFilter;
  onFilter: (filter: ParticipantFilter) => void;
}

/** Who takes part in a session, waits for a seat, or left. */
export function ParticipantList({ organisation, session, writes, filter, onFilter }: Props) {
  const { t } = useTranslation();
  const query = useQuery(enrolmentsQuery(organisation, session.id));
  const [adding, setAdding] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const able = writes && isWritable(session.status);
  const all = query.data ?? [];
  const shown = found(all, filter);
  const taken = all.filter(({ status }) => holdsSeat(status)).length;
  const waiting = all.filter(({ status }) => status === "waiting").length;
  return (
    <Panel labelledBy="participants">
      <Stack>
        <div className={classes.toolbar}>
          <div>
            <Title order={2} id="participants">
              {t("participant.heading")}
            </Title>
            {query.isSuccess ? (
              <Text size="sm" c="dimmed">
                {seatsName(t, { seats: session.seats, taken })}
                {waiting > 0 ? `, ${t("session.waiting", { count: waiting })}` : ""}
              </Text>
            ) : null}
          </div>
          {able ? (
            <Group gap="xs">
              <Button
                variant={adding ? "light" : "filled"}
                aria-expanded={adding}
                leftSection={<Icon name="plus" size={16} />}
                onClick={() => setAdding(!adding)}
              >
                {t("participant.add")}
              </Button>
              <Button
                renderRoot={(props) => (
                  <Link
                    to={paths.sessionImport}
                    params={{ organisation, session: session.id }}
                    {...props}
                  />
                )}
                variant="default"
              >
                {t("participant.import")}
              </Button>
            </Group>
          ) : null}
        </div>
        {told ? <Notice tone="success" announce title={told} /> : null}
        {adding ? (
          <ParticipantForm
            organisation={organisation}
            session={session}
            onDone={(written) => {
              setAdding(false);
              setTold(
                t("participant.done", {
                  name: fullName(written),
                  state: enrolmentName(t, written.status).toLocaleLowerCase("fr"),
                }),
              );
            }}
            onCancel={() => setAdding(false)}
          />
        ) : null}
        {all.length > 0 ? (
          <search className={classes.fields} aria-label={t("participant.filters")}>
            <TextInput
              type="search"
              label={t("participant.search")}
              leftSection={<Icon name="search" />}
              maxLength={200}
              value={filter.words}
              onChange={(event) => onFilter({ ...filter, words: event.currentTarget.value })}
            />
            <NativeSelect
              size="md"
              label={t("participant.state")}
              value={filter.status ?? ""}
              data={[
                { value: "", label: t("participant.anyState") },
                ...STATES.map((value) => ({ value, label: enrolmentName(t, value) })),
              ]}
              onChange={(event) =>
                onFilter({
                  ...filter,
                  status: (event.currentTarget.value || null) as EnrolmentStatus | null,
                })
              }
            />
          </search>
        ) : null}
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
        ) : query.isPending ? (
          <Skeleton height={200} role="img" aria-label={t("state.loading")} />
        ) : all.length === 0 ? (
          <Notice icon="user" tone="info" title={t("participant.none")}>
            {able ? t("participant.noneHelp") : null}
          </Notice>
        ) : shown.length === 0 ? (
          <Text role="status">{t("participant.noneFound")}</Text>
        ) : (
          <ul className={classes.rows}>
            {shown.map((enrolment) => (
              <li key={enrolment.id}>
                <ParticipantRow
                  organisation={organisation}
                  session={session}
                  enrolment={enrolment}
                  writes={writes}
                />
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Panel>
  );
}
