import { Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Enrolment, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/participants";
import { formatPeriod } from "@/lib/days";
import { useFirstFocus } from "@/ui/useFirstFocus";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import { useEnrolmentChanges } from "./enrolmentQueries";
import {
  BLANK,
  newParticipant,
  type ParticipantValues,
  participantBody,
  participantOf,
} from "./model/participants";
import classes from "./Sessions.module.css";

interface Props {
  organisation: string;
  session: TrainingSession;
  /** The one that is written anew; a new one otherwise. */
  enrolment?: Enrolment;
  onDone: (written: Enrolment) => void;
  onCancel: () => void;
}

/** A participant: names, address, number, employer, the days on which they are expected. */
export function ParticipantForm({ organisation, session, enrolment, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const changes = useEnrolmentChanges(organisation, session.id);
  const first = useFirstFocus<HTMLInputElement>();
  const form = useForm<ParticipantValues>({
    initialValues: enrolment ? participantOf(enrolment) : BLANK,
    validate: (values) => ({
      ...(values.last_name.trim() === "" ? { last_name: t("form.required") } : {}),
      ...(values.first_name.trim() === "" ? { first_name: t("form.required") } : {}),
      ...(values.email.trim() !== "" && !values.email.includes("@")
        ? { email: t("form.email") }
        : {}),
      ...(values.starts_on !== "" && values.ends_on !== "" && values.ends_on < values.starts_on
        ? { ends_on: t("participant.order") }
        : {}),
      ...(enrolment && values.starts_on === "" ? { starts_on: t("form.required") } : {}),
    }),
  });
  const submission = useVersionedForm<Enrolment, ParticipantValues>({
    form,
    current: enrolment,
    valuesOf: participantOf,
    send: (values, version) =>
      enrolment
        ? changes.write({ id: enrolment.id, version }, participantBody(values))
        : changes.enrol(newParticipant(values)),
    onDone,
  });
  const joined = Boolean(enrolment?.person_id);
  return (
    <VersionedForm
      submission={submission}
      factsOf={(theirs) => [
        [t("field.lastName"), theirs.last_name],
        [t("field.firstName"), theirs.first_name],
        [t("field.email"), theirs.email ?? ""],
        [t("participant.reference"), theirs.reference ?? ""],
        [t("participant.employer"), theirs.employer ?? ""],
        [
          t("participant.days"),
          theirs.ends_on ? formatPeriod(theirs.starts_on, theirs.ends_on) : theirs.starts_on,
        ],
      ]}
      submit={t(enrolment ? "action.save" : "participant.enrol")}
      onCancel={onCancel}
    >
      {enrolment ? null : (
        <Text size="sm" c="dimmed">
          {t("participant.enrolHelp")}
        </Text>
      )}
      <div className={classes.fields}>
        <TextInput
          ref={first}
          label={t("field.lastName")}
          required
          maxLength={100}
          {...form.getInputProps("last_name")}
        />
        <TextInput
          label={t("field.firstName")}
          required
          maxLength={100}
          {...form.getInputProps("first_name")}
        />
        <TextInput
          type="email"
          label={t("field.email")}
          description={t(joined ? "participant.emailJoined" : "participant.emailHelp")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          autoComplete="off"
          readOnly={joined}
          {...form.getInputProps("email")}
        />
        <TextInput
          label={t("participant.reference")}
          description={t("participant.referenceHelp")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          maxLength={100}
          {...form.getInputProps("reference")}
        />
        <TextInput
          label={t("participant.employer")}
          description={t("participant.employerHelp")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps("employer")}
        />
        <TextInput
          type="date"
          label={t("participant.startsOn")}
          description={enrolment ? undefined : t("participant.startsOnHelp")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          {...form.getInputProps("starts_on")}
        />
        <TextInput
          type="date"
          label={t("participant.endsOn")}
          description={t("participant.endsOnHelp")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          {...form.getInputProps("ends_on")}
        />
      </div>
    </VersionedForm>
  );
}
