import { NativeSelect, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { Slot, SlotKind, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/slots";
import { formatDate, formatTimes } from "@/lib/days";
import { formatList } from "@/lib/format";
import { fullName } from "@/lib/names";
import { Choices } from "@/ui/Choices";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import { HoursFields } from "./HoursFields";
import { takenBy } from "./model/conflicts";
import { hoursFault, type SlotValues, slotBody, valuesOf } from "./model/slots";
import classes from "./Sessions.module.css";
import { useSlotChanges } from "./slotQueries";
import { Taken } from "./Taken";
import { TrainerChoice } from "./TrainerChoice";

interface Props {
  organisation: string;
  session: TrainingSession;
  /** The one that is written anew; a new one otherwise. */
  slot?: Slot;
  /** The day that a new one begins with. */
  day?: string;
  onDone: (slot: Slot) => void;
  onCancel: () => void;
}

const blank = (session: TrainingSession, day: string): SlotValues => ({
  kind: "course",
  session_course_id: session.courses[0]?.id ?? "",
  title: "",
  date: day,
  start_time: "09:00",
  end_time: "12:30",
  overnight: false,
  place: "",
  remote_url: "",
  trainers: session.trainers.flatMap(({ person_id: person }) => (person ? [person] : [])),
  override_reason: "",
});

/** A slot: what, when, where, by whom. */
export function SlotForm({ organisation, session, slot, day, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const changes = useSlotChanges(organisation, session.id);
  const [taken, setTaken] = useState<string[]>([]);
  // Later on, who trains is changed with a reason.
  const withTrainers = slot === undefined || session.status === "draft";
  const form = useForm<SlotValues>({
    initialValues: slot ? valuesOf(slot) : blank(session, day ?? session.starts_on),
    validate: (values) => {
      const wrong = hoursFault(values);
      return {
        ...(values.date === "" ? { date: t("form.required") } : {}),
        ...(wrong
          ? { end_time: wrong === "order" ? t("slot.fault.order") : t("form.required") }
          : {}),
        ...(values.kind === "course" &&
        values.session_course_id === "" &&
        values.title.trim() === ""
          ? { session_course_id: t("slot.fault.subject") }
          : {}),
      };
    },
  });
  const submission = useVersionedForm<Slot, SlotValues>({
    form,
    current: slot,
    valuesOf,
    send: (values, version) => {
      const body = slotBody(values, withTrainers);
      return slot ? changes.write({ id: slot.id, version }, body) : changes.create(body);
    },
    onDone,
    onProblem: (problem) => {
      const found = takenBy(problem);
      setTaken(found ?? []);
      return found !== null;
    },
  });
  const { values, errors } = form;
  const text = (name: string): string | null => {
    const error = errors[name];
    return typeof error === "string" ? error : null;
  };
  return (
    <VersionedForm
      submission={submission}
      factsOf={(theirs) => [
        [
          t("slot.when"),
          `${formatDate(valuesOf(theirs).date)}, ${formatTimes(theirs.starts_at, theirs.ends_at)}`,
        ],
        [t("slot.course"), theirs.course_title ?? ""],
        [t("slot.title"), theirs.title],
        [t("slot.place"), theirs.place],
        [t("slot.trainers"), formatList(theirs.trainers.map(fullName))],
      ]}
      submit={t(slot ? "action.save" : "slot.add")}
      onCancel={onCancel}
    >
      <Choices<SlotKind>
        legend={t("slot.kind")}
        value={values.kind}
        choices={[
          { value: "course", label: t("slot.kinds.course") },
          { value: "exam", label: t("slot.kinds.exam") },
        ]}
        onChange={(kind) => form.setFieldValue("kind", kind)}
      />
      <div className={classes.fields}>
        <NativeSelect
          size="md"
          label={t("slot.course")}
          data={[
            { value: "", label: t("slot.noCourse") },
            ...session.courses.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          {...form.getInputProps("session_course_id")}
        />
        <TextInput
          label={t("slot.title")}
          description={t("slot.titleHelp")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          maxLength={200}
          {...form.getInputProps("title")}
        />
      </div>
      <Stack gap="xs">
        <HoursFields
          value={values}
          errors={{
            date: text("date"),
            start_time: text("start_time"),
            end_time: text("end_time"),
            end_date: text("end_date"),
          }}
          onChange={(hours) => form.setValues({ ...hours })}
        />
      </Stack>
      <div className={classes.fields}>
        <TextInput
          label={t("slot.place")}
          placeholder={session.place || undefined}
          description={t("slot.placeHelp")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          maxLength={300}
          {...form.getInputProps("place")}
        />
        <TextInput
          type="url"
          label={t("slot.link")}
          placeholder="https://"
          maxLength={2000}
          {...form.getInputProps("remote_url")}
        />
      </div>
      {withTrainers ? (
        <TrainerChoice
          organisation={organisation}
          label={t("slot.trainers")}
          value={values.trainers}
          known={slot?.trainers ?? session.trainers}
          error={text("trainers")}
          onChange={(people) => form.setFieldValue("trainers", people)}
        />
      ) : null}
      {taken.length > 0 ? (
        <Taken
          messages={taken}
          reason={values.override_reason}
          error={text("override_reason")}
          onReason={(reason) => form.setFieldValue("override_reason", reason)}
        />
      ) : null}
    </VersionedForm>
  );
}
