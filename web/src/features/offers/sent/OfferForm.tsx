import { Checkbox, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "@/i18n/sentOffers";
import { formatDateShort, today } from "@/lib/days";
import type { Underway } from "@/ui/FileUpload";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import type { Offer } from "../shared/types";
import { atFields, bodyOf, type DraftValues, EMPTY, faultsOf, LIMITS, valuesOf } from "./draft";
import { JobField } from "./JobField";
import { OfferExtras } from "./OfferExtras";
import { useOfferChanges } from "./queries";
import { TermsFields } from "./TermsFields";

interface Props {
  /** The draft that is written anew; a new one otherwise. */
  offer?: Offer;
  /** What a new one begins with. */
  initial?: DraftValues;
  /** For whom a new one is. */
  profiles?: readonly string[];
  /** Finds a job in the catalogue; given by the page, which knows how. */
  jobPicker: (onPick: (code: string, label: string) => void) => ReactNode;
  onDone: (written: Offer) => void;
  onCancel: () => void;
}

/** Writes an offer. A title is enough to keep it; what else is missing is told before it is sent. */
export function OfferForm({ offer, initial, profiles = [], jobPicker, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { create, write } = useOfferChanges();
  const unsaved = useRef(false);
  const [underway, setUnderway] = useState<Underway>(null);
  const start = offer ? valuesOf(offer) : (initial ?? EMPTY);
  // What the search asked stays at hand while one decides whether to show it.
  const [search] = useState(start.search);
  const day = today();
  const at = (field: string) => (_: unknown, values: DraftValues) => {
    const fault = faultsOf(values, day)[field];
    return fault ? t(`offerForm.fault.${fault}`) : null;
  };
  const form = useForm<DraftValues>({
    initialValues: start,
    onValuesChange: () => {
      unsaved.current = true;
    },
    validate: {
      title: at("title"),
      weekly_minutes: at("weekly_minutes"),
      pay: at("pay"),
      pay_max: at("pay_max"),
      starts_on: at("starts_on"),
      reply_by: at("reply_by"),
      file_id: () => (underway === "sending" ? t("upload.awaited") : null),
    },
  });
  const { clearFieldError, values } = form;
  useEffect(() => {
    // What was waited for has arrived, or will not.
    if (underway === null) clearFieldError("file_id");
  }, [underway, clearFieldError]);
  const submission = useVersionedForm<Offer, DraftValues>({
    form,
    current: offer,
    valuesOf,
    send: async (typed, version) => {
      try {
        return offer
          ? await write(offer.id, bodyOf(typed), version)
          : await create({ offer: bodyOf(typed), recipients: [...profiles] });
      } catch (refusal) {
        throw atFields(refusal);
      }
    },
    onDone: (written) => {
      unsaved.current = false;
      onDone(written);
    },
  });
  return (
    <>
      <UnsavedGuard unsaved={unsaved} />
      <VersionedForm
        submission={submission}
        factsOf={(theirs) => [
          [t("offerForm.title"), theirs.title],
          [t("offerForm.job"), theirs.job?.label ?? ""],
          [t("offerForm.message"), theirs.message ?? ""],
          [t("offerForm.place"), theirs.place ?? ""],
          [t("offerForm.replyBy"), theirs.reply_by ? formatDateShort(theirs.reply_by) : ""],
        ]}
        submit={t("offerForm.save")}
        onCancel={onCancel}
        plain
      >
        <TextInput
          label={t("offerForm.title")}
          description={t("offerForm.titleHelp")}
          required
          maxLength={LIMITS.title}
          {...form.getInputProps("title")}
        />
        <JobField
          value={values.job}
          error={form.errors.job}
          picker={jobPicker((code, label) => form.setFieldValue("job", { code, label }))}
          onRemove={() => form.setFieldValue("job", null)}
        />
        <Textarea
          label={t("offerForm.message")}
          description={t("offerForm.messageHelp")}
          autosize
          minRows={6}
          maxLength={LIMITS.message}
          {...form.getInputProps("message")}
        />
        <TermsFields form={form} day={day} />
        <OfferExtras
          form={form}
          quizGone={Boolean(offer?.quiz && !offer.quiz.title)}
          onUnderway={setUnderway}
        />
        {search ? (
          <Checkbox
            label={t("offerForm.search")}
            description={t("offerForm.searchHelp")}
            checked={values.search !== null}
            error={form.errors.search}
            onChange={(event) =>
              form.setFieldValue("search", event.currentTarget.checked ? search : null)
            }
          />
        ) : null}
      </VersionedForm>
    </>
  );
}
