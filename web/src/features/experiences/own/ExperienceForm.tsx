import { SimpleGrid, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type ReactNode, useRef } from "react";
import { fieldOf } from "@/api/problem";
import type { Experience } from "@/api/types";
import { useTranslation } from "@/i18n/experiences";
import { today } from "@/lib/days";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import {
  bodyOf,
  type DayFault,
  dayFaults,
  type ExperienceValues,
  FIRST_LEVEL,
  NOTHING,
  valuesOf,
} from "../model/draft";
import { useExperiences } from "../queries";
import { periodOf } from "../words";
import { ClaimFields, JobFields } from "./ClaimFields";

/** Finds something in the catalogue; given by the page, which knows how. */
type Picker = (
  taken: ReadonlySet<string>,
  onPick: (code: string, label: string) => void,
) => ReactNode;

interface Props {
  /** The one that is written anew; a new one otherwise. */
  experience?: Experience;
  skillPicker: Picker;
  jobPicker: Picker;
  onDone: (written: Experience) => void;
  onCancel: () => void;
}

/** Writes an experience, in one's own words. */
export function ExperienceForm({ experience, skillPicker, jobPicker, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { create, update } = useExperiences();
  const unsaved = useRef(false);
  const day = today();
  const declared = Boolean(experience?.declared_at);
  const words = (fault: DayFault | undefined) => (fault ? t(`experienceForm.days.${fault}`) : null);
  const form = useForm<ExperienceValues>({
    initialValues: experience ? valuesOf(experience) : NOTHING,
    onValuesChange: () => {
      unsaved.current = true;
    },
    validate: {
      title: (value) => (value.trim() === "" ? t("form.required") : null),
      started_on: (value, all) =>
        words(declared && !value ? "startMissing" : dayFaults(all, day).started_on),
      ended_on: (_, all) => words(dayFaults(all, day).ended_on),
      expires_on: (_, all) => words(dayFaults(all, day).expires_on),
    },
  });
  const submission = useVersionedForm<Experience, ExperienceValues>({
    form,
    current: experience,
    valuesOf,
    send: (values, version) =>
      experience ? update(experience.id, bodyOf(values), version) : create(bodyOf(values)),
    onDone: (written) => {
      unsaved.current = false;
      onDone(written);
    },
    onProblem: ({ errors }) => {
      // What is wrong with one line of a list is told at that line.
      const lines = errors.filter(({ pointer }) => /^\/(skills|jobs)\/\d/.test(pointer));
      if (lines.length === 0 || lines.length < errors.length) return false;
      form.setErrors(
        Object.fromEntries(lines.map(({ pointer, message }) => [fieldOf(pointer), message])),
      );
      return true;
    },
  });
  const { skills, jobs } = form.values;
  const codes = (list: { code: string }[]) => new Set(list.map(({ code }) => code));
  return (
    <>
      <UnsavedGuard unsaved={unsaved} />
      <VersionedForm
        submission={submission}
        factsOf={(theirs) => [
          [t("experienceForm.title"), theirs.title],
          [t("experience.where"), theirs.organisation_name],
          [t("experience.when"), periodOf(t, theirs)],
          [t("experienceForm.description"), theirs.description],
          [t("experience.claims"), theirs.skills.map(({ label }) => label).join(", ")],
        ]}
        submit={t(experience ? "action.save" : "experienceForm.create")}
        onCancel={onCancel}
        plain
      >
        <TextInput
          label={t("experienceForm.title")}
          description={t("experienceForm.titleHelp")}
          required
          maxLength={200}
          {...form.getInputProps("title")}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t("experienceForm.organisation")}
            maxLength={200}
            {...form.getInputProps("organisation_name")}
          />
          <TextInput
            label={t("experienceForm.place")}
            maxLength={200}
            {...form.getInputProps("place")}
          />
          <TextInput
            type="date"
            label={t("experienceForm.start")}
            required={declared}
            max={day}
            {...form.getInputProps("started_on")}
          />
          <TextInput
            type="date"
            label={t("experienceForm.end")}
            max={day}
            min={form.values.started_on || undefined}
            {...form.getInputProps("ended_on")}
          />
        </SimpleGrid>
        <Textarea
          label={t("experienceForm.description")}
          description={t("experienceForm.descriptionHelp")}
          autosize
          minRows={5}
          maxLength={5000}
          {...form.getInputProps("description")}
        />
        <ClaimFields
          value={skills}
          onChange={(next) => form.setFieldValue("skills", next)}
          errors={form.errors}
          picker={skillPicker(codes(skills.map(({ skill }) => ({ code: skill }))), (skill, label) =>
            form.setFieldValue("skills", [...skills, { skill, label, level: FIRST_LEVEL }]),
          )}
        />
        <JobFields
          value={jobs}
          onChange={(next) => form.setFieldValue("jobs", next)}
          errors={form.errors}
          picker={jobPicker(codes(jobs), (code, label) => {
            if (!codes(jobs).has(code)) form.setFieldValue("jobs", [...jobs, { code, label }]);
          })}
        />
        <TextInput
          type="date"
          label={t("experienceForm.expires")}
          description={t("experienceForm.expiresHelp")}
          maw={320}
          {...form.getInputProps("expires_on")}
        />
      </VersionedForm>
    </>
  );
}
