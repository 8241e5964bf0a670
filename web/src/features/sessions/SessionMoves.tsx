import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { asProblem, messagesOf } from "@/api/problem";
import type { Readiness, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/sessionOverview";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Dialog } from "@/ui/Dialog";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ReasonButton } from "@/ui/ReasonButton";
import { movesOf } from "./model/moves";
import classes from "./Overview.module.css";
import { useAction, useSessionChanges } from "./queries";

interface Props {
  organisation: string;
  session: TrainingSession;
  onDeleted: () => void;
  /** A copy was made: where it is, and how many of its slots fall on public holidays. */
  onCopied: (id: string, onHolidays: number) => void;
}

/** What may be done to a session as a whole in its state. */
export function SessionMoves({ organisation, session, onDeleted, onCopied }: Props) {
  const { t } = useTranslation();
  const changes = useSessionChanges(organisation);
  const able = movesOf(session.status);
  return (
    <Group gap="xs">
      {able.includes("plan") ? (
        <ConfirmButton
          label={t("move.plan.open")}
          title={t("move.plan.title")}
          confirm={t("move.plan.open")}
          action={() => changes.plan(session)}
        >
          {t("move.plan.text")}
        </ConfirmButton>
      ) : null}
      {able.includes("start") ? (
        <StartButton organisation={organisation} session={session} />
      ) : null}
      {able.includes("end") ? (
        <ConfirmButton
          label={t("move.end.open")}
          title={t("move.end.title")}
          confirm={t("move.end.open")}
          action={() => changes.end(session)}
        >
          {t("move.end.text")}
        </ConfirmButton>
      ) : null}
      {able.includes("close") ? (
        <ConfirmButton
          label={t("move.close.open")}
          title={t("move.close.title")}
          confirm={t("move.close.open")}
          action={() => changes.close(session)}
        >
          {t("move.close.text")}
        </ConfirmButton>
      ) : null}
      {able.includes("reopen") ? (
        <ReasonButton
          label={t("move.reopen.open")}
          title={t("move.reopen.title")}
          help={t("move.reopen.text")}
          confirm={t("move.reopen.open")}
          missing={t("move.reopen.missing")}
          action={(reason) => changes.reopen(session, reason)}
        />
      ) : null}
      <DuplicateButton organisation={organisation} session={session} onCopied={onCopied} />
      {able.includes("cancel") && session.status !== "draft" ? (
        <ReasonButton
          label={t("move.cancel.open")}
          title={t("move.cancel.title")}
          help={t("move.cancel.text")}
          confirm={t("move.cancel.open")}
          missing={t("move.cancel.missing")}
          action={(reason) => changes.cancel(session, reason)}
        />
      ) : null}
      {able.includes("delete") ? (
        <ConfirmButton
          label={t("move.delete.open")}
          title={t("move.delete.title")}
          confirm={t("move.delete.confirm")}
          variant="default"
          danger
          action={async () => {
            await changes.remove(session);
            onDeleted();
          }}
        >
          {t("move.delete.text")}
        </ConfirmButton>
      ) : null}
    </Group>
  );
}

/** Starts a session; when something is not ready, shows what, and asks why it starts all the same. */
function StartButton({ organisation, session }: Omit<Props, "onDeleted" | "onCopied">) {
  const { t } = useTranslation();
  const { start } = useSessionChanges(organisation);
  const [opened, dialog] = useDisclosure(false);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const run = useAction((given: string | null) => start(session, given));
  const problem = run.error ? asProblem(run.error) : null;
  const blocked = problem?.code === "not_ready" ? (problem.current as Readiness | null) : null;
  const close = () => {
    dialog.close();
    run.reset();
    setMissing(false);
  };
  const submit = async () => {
    const words = reason.trim();
    if (blocked && words === "") {
      setMissing(true);
      return;
    }
    setMissing(false);
    await run.mutateAsync(words === "" ? null : words).then(close, () => undefined);
  };
  return (
    <>
      <Button onClick={dialog.open}>{t("move.start.open")}</Button>
      <Dialog opened={opened} onClose={close} title={t("move.start.title")}>
        <Stack>
          <Text>{t("move.start.text")}</Text>
          {problem && !blocked ? <ProblemNotice error={problem} /> : null}
          {blocked ? (
            <div role="alert">
              <Text fw={650} mb={4}>
                {t("move.start.blocked")}
              </Text>
              <ul className={classes.plain}>
                {blocked.items
                  .filter((item) => item.is_blocking)
                  .map(({ message }) => (
                    <li key={message}>{message}</li>
                  ))}
              </ul>
            </div>
          ) : null}
          {blocked ? (
            <Textarea
              label={t("move.start.reason")}
              description={t("move.start.reasonHelp")}
              autosize
              minRows={2}
              maxLength={500}
              required
              error={missing ? t("move.start.missing") : null}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t("action.cancel")}
            </Button>
            <Button loading={run.isPending} onClick={submit} data-autofocus>
              {t(blocked ? "move.start.anyway" : "move.start.open")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

/** Copies a session to another first day; people are not copied. */
function DuplicateButton({ organisation, session, onCopied }: Omit<Props, "onDeleted">) {
  const { t } = useTranslation();
  const { duplicate } = useSessionChanges(organisation);
  const [opened, dialog] = useDisclosure(false);
  const [title, setTitle] = useState(session.title);
  const [startsOn, setStartsOn] = useState("");
  const [missing, setMissing] = useState(false);
  const run = useAction(async () => {
    const copy = await duplicate(session, startsOn, title.trim());
    dialog.close();
    onCopied(copy.session.id, copy.on_holidays.length);
  });
  const submit = () => {
    setMissing(startsOn === "");
    if (startsOn !== "") run.mutate(undefined);
  };
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {t("move.duplicate.open")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t("move.duplicate.title")}>
        <Stack>
          <Text>{t("move.duplicate.text")}</Text>
          {run.error ? <ProblemNotice error={run.error} messages={messagesOf(run.error)} /> : null}
          <TextInput
            label={t("move.duplicate.name")}
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t("move.duplicate.startsOn")}
            required
            data-autofocus
            error={missing ? t("form.required") : null}
            value={startsOn}
            onChange={(event) => setStartsOn(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              {t("action.cancel")}
            </Button>
            <Button loading={run.isPending} onClick={submit}>
              {t("move.duplicate.submit")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
