import { NativeSelect, SimpleGrid, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import type { SessionTrainer } from "@/api/types";
import { useTranslation } from "@/i18n/sessionWriting";
import { HELP_BELOW } from "@/ui/form";
import type { GeneralValues } from "./model/general";
import { TrainerChoice } from "./TrainerChoice";

interface Props {
  organisation: string;
  form: UseFormReturnType<GeneralValues>;
  /** A new session takes its title and duration from its training when they are left out. */
  isNew: boolean;
  known?: SessionTrainer[];
}

/** The fields of the general part of a session. */
export function GeneralFields({ organisation, form, isNew, known = [] }: Props) {
  const { t } = useTranslation();
  // Asked for by the server alone: it knows which sheets are sealed.
  const [asked, setAsked] = useState(false);
  if (form.errors.title_reason && !asked) setAsked(true);
  return (
    <>
      <TextInput
        label={t("general.title")}
        description={isNew ? t("general.titleHelp") : undefined}
        required={!isNew}
        maxLength={200}
        {...form.getInputProps("title")}
      />
      {asked ? (
        <TextInput
          label={t("general.titleReason")}
          description={t("general.titleReasonHelp")}
          inputWrapperOrder={HELP_BELOW}
          required
          maxLength={500}
          {...form.getInputProps("title_reason")}
        />
      ) : null}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          type="date"
          label={t("general.startsOn")}
          required
          {...form.getInputProps("starts_on")}
        />
        <TextInput
          type="date"
          label={t("general.endsOn")}
          required
          min={form.values.starts_on || undefined}
          {...form.getInputProps("ends_on")}
        />
        <TextInput
          label={t("general.place")}
          description={t("general.placeHelp")}
          inputWrapperOrder={HELP_BELOW}
          maxLength={300}
          {...form.getInputProps("place")}
        />
        <TextInput
          type="url"
          label={t("general.link")}
          description={t("general.linkHelp")}
          inputWrapperOrder={HELP_BELOW}
          placeholder="https://"
          maxLength={2000}
          {...form.getInputProps("remote_url")}
        />
        <TextInput
          label={t("general.seats")}
          description={t("general.seatsHelp")}
          inputWrapperOrder={HELP_BELOW}
          inputMode="numeric"
          maxLength={3}
          {...form.getInputProps("seats")}
        />
        <TextInput
          label={t("general.minutes")}
          description={t(isNew ? "general.minutesHelpNew" : "general.minutesHelp")}
          inputWrapperOrder={HELP_BELOW}
          required={!isNew}
          {...form.getInputProps("announced_minutes")}
        />
      </SimpleGrid>
      <TrainerChoice
        organisation={organisation}
        label={t("general.trainers")}
        description={t("general.trainersHelp")}
        value={form.values.trainers}
        known={known}
        error={typeof form.errors.trainers === "string" ? form.errors.trainers : null}
        onChange={(people) => form.setFieldValue("trainers", people)}
      />
      <Textarea
        label={t("general.information")}
        description={t("general.informationHelp")}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={5000}
        {...form.getInputProps("information")}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          size="md"
          label={t("general.holidays")}
          description={t("general.holidaysHelp")}
          data={[
            { value: "mainland", label: t("general.mainland") },
            { value: "alsace_moselle", label: t("general.alsaceMoselle") },
          ]}
          {...form.getInputProps("holidays")}
        />
        <NativeSelect
          size="md"
          label={t("general.retention")}
          description={t("general.retentionHelp")}
          data={[
            { value: "standard", label: t("general.standard") },
            { value: "cofunded", label: t("general.cofunded") },
          ]}
          {...form.getInputProps("retention")}
        />
      </SimpleGrid>
    </>
  );
}
