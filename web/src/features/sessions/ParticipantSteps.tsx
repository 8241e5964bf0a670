import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem, fieldOf, messagesOf } from "@/api/problem";
import type { Enrolment } from "@/api/types";
import { useTranslation } from "@/i18n/participants";
import { today } from "@/lib/days";
import { fullName } from "@/lib/names";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Dialog } from "@/ui/Dialog";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useEnrolmentChanges } from "./enrolmentQueries";
import { type EnrolmentStep, stepsOf } from "./model/moves";
import { peopleQuery, useAction } from "./queries";

interface Props {
  organisation: string;
  session: string;
  enrolment: Enrolment;
  /** Only what happened can be put right: the session has ended. */
  corrects: boolean;
}

/** What may be done with a participant in their state. */
export function ParticipantSteps({ organisation, session, enrolment, corrects }: Props) {
  const { t } = useTranslation();
  const { move } = useEnrolmentChanges(organisation, session);
  const name = fullName(enrolment);
  const able = stepsOf(enrolment.status, enrolment.has_attendance).filter(
    (step) => !corrects || step === "abandon" || step === "resume",
  );
  const joins = !enrolment.person_id && enrolment.status !== "cancelled" && !corrects;
  return (
    <>
      {able
        .filter((step): step is Exclude<EnrolmentStep, "abandon"> => step !== "abandon")
        .map((step) => (
          <ConfirmButton
            key={step}
            label={t(`step.${step}.open`)}
            aria-label={t(`step.${step}.of`, { name })}
            title={t(`step.${step}.title`, { name })}
            confirm={t(`step.${step}.open`)}
            variant="subtle"
            size="compact-sm"
            danger={step === "cancel"}
            action={() => move(enrolment, { step, on: null, reason: null })}
          >
            {t(`step.${step}.text`)}
          </ConfirmButton>
        ))}
      {able.includes("abandon") ? (
        <LeaveButton organisation={organisation} session={session} enrolment={enrolment} />
      ) : null}
      {joins ? (
        <JoinButton organisation={organisation} session={session} enrolment={enrolment} />
      ) : null}
    </>
  );
}

type StepProps = Omit<Props, "corrects">;

/** Notes that somebody left: their last day, and why. */
function LeaveButton({ organisation, session, enrolment }: StepProps) {
  const { t } = useTranslation();
  const { move } = useEnrolmentChanges(organisation, session);
  const [opened, dialog] = useDisclosure(false);
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const run = useAction(() => move(enrolment, { step: "abandon", on, reason: reason.trim() }));
  const errors = run.error ? asProblem(run.error).errors : [];
  const fault = (field: string) =>
    errors.find(({ pointer }) => fieldOf(pointer) === field)?.message ?? null;
  const name = fullName(enrolment);
  const submit = () => {
    setChecked(true);
    if (on === "" || reason.trim() === "") return;
    run.mutate(undefined, { onSuccess: dialog.close });
  };
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t("step.abandon.of", { name })}
        onClick={dialog.open}
      >
        {t("step.abandon.open")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t("step.abandon.title", { name })}>
        <Stack>
          <Text>{t("step.abandon.text")}</Text>
          {run.error && errors.length === 0 ? <ProblemNotice error={run.error} /> : null}
          <TextInput
            type="date"
            label={t("step.abandon.on")}
            required
            max={today()}
            data-autofocus
            error={checked && on === "" ? t("form.required") : fault("on")}
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          <Textarea
            label={t("reason.label")}
            description={t("step.abandon.reasonHelp")}
            autosize
            minRows={2}
            maxLength={500}
            required
            error={checked && reason.trim() === "" ? t("form.required") : fault("reason")}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              {t("action.cancel")}
            </Button>
            <Button loading={run.isPending} onClick={submit}>
              {t("step.abandon.submit")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

/** Joins a member's account to somebody who was registered without one; a second enrolment of the same person goes into it. */
function JoinButton({ organisation, session, enrolment }: StepProps) {
  const { t } = useTranslation();
  const { join } = useEnrolmentChanges(organisation, session);
  const [opened, dialog] = useDisclosure(false);
  const people = useQuery({ ...peopleQuery(organisation), enabled: opened });
  const [person, setPerson] = useState("");
  const run = useAction(() => join(enrolment, person));
  const name = fullName(enrolment);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t("join.of", { name })}
        onClick={dialog.open}
      >
        {t("join.open")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t("join.title", { name })}>
        <Stack>
          <Text>{t("join.text")}</Text>
          {run.error ? <ProblemNotice error={run.error} messages={messagesOf(run.error)} /> : null}
          {people.isError ? (
            <ProblemNotice error={people.error} onRetry={() => people.refetch()} />
          ) : null}
          <NativeSelect
            size="md"
            label={t("join.account")}
            data-autofocus
            value={person}
            data={[
              { value: "", label: t("join.choose") },
              ...(people.data ?? []).map((one) => ({
                value: one.person_id,
                label: one.email ? `${fullName(one)}, ${one.email}` : fullName(one),
              })),
            ]}
            onChange={(event) => setPerson(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              {t("action.cancel")}
            </Button>
            <Button
              disabled={person === ""}
              loading={run.isPending}
              onClick={() => run.mutate(undefined, { onSuccess: dialog.close })}
            >
              {t("join.submit")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
