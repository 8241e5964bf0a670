import { Button, Checkbox, Skeleton, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { SessionRoom, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/attachments";
import { fullName } from "@/lib/names";
import { paths } from "@/lib/paths";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Icon } from "@/ui/Icon";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useFirstFocus } from "@/ui/useFirstFocus";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import { roomsQuery, useAttachments } from "./attachmentQueries";
import { enrolmentsQuery } from "./enrolmentQueries";
import { isWritable } from "./model/moves";
import classes from "./Sessions.module.css";

interface Props {
  organisation: string;
  session: TrainingSession;
  writes: boolean;
}

/** Where a session talks: everybody, those who train and run it, groups of trainees. */
export function Rooms({ organisation, session, writes }: Props) {
  const { t } = useTranslation();
  const query = useQuery(roomsQuery(organisation, session.id));
  const { rooms } = useAttachments(organisation, session.id);
  const [open, setOpen] = useState<string | null>(null);
  const able = writes && isWritable(session.status);
  const close = () => setOpen(null);
  return (
    <Panel labelledBy="salons">
      <Stack>
        <div className={classes.toolbar}>
          <div>
            <Title order={2} id="salons">
              {t("room.heading")}
            </Title>
            <Text size="sm" c="dimmed" mt={4} maw="62ch">
              {t("room.lead")}
            </Text>
          </div>
          {able ? (
            <Button
              variant="default"
              aria-expanded={open === "new"}
              leftSection={<Icon name="plus" size={16} />}
              onClick={() => setOpen(open === "new" ? null : "new")}
            >
              {t("room.addOpen")}
            </Button>
          ) : null}
        </div>
        {open === "new" ? (
          <RoomForm organisation={organisation} session={session} onDone={close} onCancel={close} />
        ) : null}
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
        ) : query.isPending ? (
          <Skeleton height={110} role="img" aria-label={t("state.loading")} />
        ) : (
          <ul className={classes.rows}>
            {query.data.map((room) => (
              <li key={room.id}>
                <div className={classes.head}>
                  <div className={classes.main}>
                    <Link to={paths.room} params={{ room: room.id }} className={classes.link}>
                      <strong>{room.name}</strong>
                    </Link>
                    <p className={`${classes.facts} ${classes.soft}`}>
                      <span>{t(`room.kind.${room.kind}`)}</span>
                      {room.kind === "group" ? (
                        <span>{t("room.members", { count: room.members.length })}</span>
                      ) : null}
                    </p>
                  </div>
                  {able ? (
                    <div className={classes.actions}>
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-expanded={open === room.id}
                        aria-label={t("room.editOf", { name: room.name })}
                        onClick={() => setOpen(open === room.id ? null : room.id)}
                      >
                        {t("room.edit")}
                      </Button>
                      {room.kind === "group" ? (
                        <ConfirmButton
                          label={t("room.remove")}
                          aria-label={t("room.removeOf", { name: room.name })}
                          title={t("room.removeTitle", { name: room.name })}
                          confirm={t("room.remove")}
                          variant="subtle"
                          size="compact-sm"
                          danger
                          action={() => rooms.remove(room)}
                        >
                          {t("room.removeText")}
                        </ConfirmButton>
                      ) : null}
                    </div>
                  ) : null}
                </div>
                {open === room.id ? (
                  <div style={{ marginBlockStart: "0.75rem" }}>
                    <RoomForm
                      organisation={organisation}
                      session={session}
                      room={room}
                      onDone={close}
                      onCancel={close}
                    />
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Panel>
  );
}

interface Values extends Record<string, unknown> {
  name: string;
  members: string[];
}

interface FormProps {
  organisation: string;
  session: TrainingSession;
  room?: SessionRoom;
  onDone: () => void;
  onCancel: () => void;
}

const roomOf = ({ name, members }: SessionRoom): Values => ({ name, members });

function RoomForm({ organisation, session, room, onDone, onCancel }: FormProps) {
  const { t } = useTranslation();
  const { rooms } = useAttachments(organisation, session.id);
  const people = useQuery(enrolmentsQuery(organisation, session.id)).data ?? [];
  const first = useFirstFocus<HTMLInputElement>();
  const form = useForm<Values>({
    initialValues: room ? roomOf(room) : { name: "", members: [] },
    validate: { name: (value) => (value.trim() === "" ? t("form.required") : null) },
  });
  const submission = useVersionedForm<SessionRoom, Values>({
    form,
    current: room,
    valuesOf: roomOf,
    send: ({ name, members }, version) => {
      const body = { name: name.trim(), members };
      return room ? rooms.write({ id: room.id, version }, body) : rooms.add(body);
    },
    onDone,
    fieldOfCode: { room_name_taken: "name" },
  });
  const { members } = form.values;
  const grouped = !room || room.kind === "group";
  const present = people.filter(({ id, status }) => status !== "cancelled" || members.includes(id));
  return (
    <VersionedForm
      submission={submission}
      factsOf={(theirs) => [
        [t("room.name"), theirs.name],
        [t("room.people"), t("room.members", { count: theirs.members.length })],
      ]}
      submit={t(room ? "action.save" : "room.add")}
      onCancel={onCancel}
    >
      <TextInput
        ref={first}
        label={t("room.name")}
        required
        maxLength={100}
        {...form.getInputProps("name")}
      />
      {grouped ? (
        <Checkbox.Group
          label={t("room.people")}
          description={present.length === 0 ? t("room.nobody") : undefined}
          value={members}
          onChange={(chosen) => form.setFieldValue("members", chosen)}
        >
          <div className={classes.fields} style={{ marginBlockStart: "0.5rem" }}>
            {present.map((one) => (
              <Checkbox key={one.id} value={one.id} label={fullName(one)} />
            ))}
          </div>
        </Checkbox.Group>
      ) : null}
    </VersionedForm>
  );
}
