import { NativeSelect, Text } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy } from "react";
import { type KindRule, MY_FILES } from "@/api/files";
import { useTranslation } from "@/i18n/sentOffers";
import { paths } from "@/lib/paths";
import type { Underway } from "@/ui/FileUpload";
import { HELP_BELOW } from "@/ui/form";
import { Later } from "@/ui/Later";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { type DraftValues, LIMITS } from "./draft";
import { publishedQuizzesQuery } from "./queries";
import classes from "./Sent.module.css";

const FileUpload = lazy(async () => ({ default: (await import("@/ui/FileUpload")).FileUpload }));

interface Props {
  form: UseFormReturnType<DraftValues>;
  /** The quiz that went with the draft can no longer be sent. */
  quizGone: boolean;
  onUnderway: (underway: Underway) => void;
}

/** A PDF of the size that goes with an offer. */
const narrow = (kinds: readonly KindRule[]): KindRule[] =>
  kinds
    .filter(({ media_type: type }) => type === "application/pdf")
    .map((kind) => ({ ...kind, largest_bytes: Math.min(kind.largest_bytes, LIMITS.file) }));

/** What may go with an offer: a document, a quiz. */
export function OfferExtras({ form, quizGone, onUnderway }: Props) {
  const { t } = useTranslation();
  const { errors, values } = form;
  return (
    <>
      <Later height={150}>
        <FileUpload
          label={t("offerForm.file")}
          description={t("offerForm.fileHelp")}
          path={MY_FILES}
          purpose="offer_document"
          narrow={narrow}
          value={values.file_id}
          onChange={(card) => form.setFieldValue("file_id", card)}
          onUnderway={onUnderway}
          {...(typeof errors.file_id === "string" ? { error: errors.file_id } : {})}
        />
      </Later>
      <QuizField form={form} gone={quizGone} />
    </>
  );
}

function QuizField({ form, gone }: { form: Props["form"]; gone: boolean }) {
  const { t } = useTranslation();
  const list = useQuery(publishedQuizzesQuery);
  if (list.isError) {
    return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (list.data?.length === 0) {
    return (
      <Text size="sm">
        {t("offerForm.noQuiz")}{" "}
        <Link to={paths.companyQuizzes} className={classes.link}>
          {t("offerForm.toQuizzes")}
        </Link>
      </Text>
    );
  }
  return (
    <NativeSelect
      label={t("offerForm.quiz")}
      description={gone ? t("offerForm.quizGone") : t("offerForm.quizHelp")}
      inputWrapperOrder={HELP_BELOW}
      disabled={!list.data}
      data={[
        { value: "", label: t("offerForm.withoutQuiz") },
        ...(list.data ?? []).map(({ id, title }) => ({ value: id, label: title })),
      ]}
      {...form.getInputProps("quiz_id")}
    />
  );
}
