import { Checkbox, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { SessionQuiz, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/attachments";
import { Choices } from "@/ui/Choices";
import { useFirstFocus } from "@/ui/useFirstFocus";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import { useAttachments } from "./attachmentQueries";
import { instantOfMoment, type Moment, MomentFields, momentOf } from "./MomentFields";

interface Values extends Record<string, unknown> {
  title: string;
  purpose: SessionQuiz["purpose"];
  opens_at: Moment;
  closes_at: Moment;
  skills: string[];
}

const quizOf = (quiz: SessionQuiz): Values => ({
  title: quiz.title,
  purpose: quiz.purpose,
  opens_at: momentOf(quiz.opens_at),
  closes_at: momentOf(quiz.closes_at),
  skills: quiz.skills,
});

interface Props {
  organisation: string;
  session: TrainingSession;
  quiz?: SessionQuiz;
  onDone: () => void;
  onCancel: () => void;
}

/** A quiz of a session: its title, what for, when, about which skills. */
export function QuizForm({ organisation, session, quiz, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { quizzes } = useAttachments(organisation, session.id);
  const first = useFirstFocus<HTMLInputElement>();
  const form = useForm<Values>({
    initialValues: quiz
      ? quizOf(quiz)
      : {
          title: "",
          purpose: "assessment",
          opens_at: momentOf(null),
          closes_at: momentOf(null),
          skills: session.skills.map(({ skill }) => skill),
        },
    validate: { title: (value) => (value.trim() === "" ? t("form.required") : null) },
  });
  const submission = useVersionedForm<SessionQuiz, Values>({
    form,
    current: quiz,
    valuesOf: quizOf,
    send: (values, version) => {
      const body = {
        title: values.title.trim(),
        purpose: values.purpose,
        opens_at: instantOfMoment(values.opens_at),
        closes_at: instantOfMoment(values.closes_at),
        skills: values.skills,
      };
      return quiz ? quizzes.write({ id: quiz.id, version }, body) : quizzes.add(body);
    },
    onDone,
  });
  const { values, errors } = form;
  return (
    <VersionedForm
      submission={submission}
      factsOf={(theirs) => [
        [t("quiz.title"), theirs.title],
        [t("quiz.purposeLegend"), t(`quiz.purpose.${theirs.purpose}`)],
        [t("quiz.skills"), t("count.skills", { count: theirs.skills.length })],
      ]}
      submit={t(quiz ? "action.save" : "quiz.add")}
      onCancel={onCancel}
    >
      <TextInput
        ref={first}
        label={t("quiz.title")}
        required
        maxLength={200}
        {...form.getInputProps("title")}
      />
      <Choices<SessionQuiz["purpose"]>
        legend={t("quiz.purposeLegend")}
        value={values.purpose}
        choices={(["positioning", "assessment"] as const).map((purpose) => ({
          value: purpose,
          label: t(`quiz.purpose.${purpose}`),
        }))}
        onChange={(purpose) => form.setFieldValue("purpose", purpose)}
      />
      <MomentFields
        label={t("quiz.opensAt")}
        description={t("quiz.opensHelp")}
        value={values.opens_at}
        error={typeof errors.opens_at === "string" ? errors.opens_at : null}
        onChange={(moment) => form.setFieldValue("opens_at", moment)}
      />
      <MomentFields
        label={t("quiz.closesAt")}
        description={t("quiz.closesHelp")}
        value={values.closes_at}
        error={typeof errors.closes_at === "string" ? errors.closes_at : null}
        onChange={(moment) => form.setFieldValue("closes_at", moment)}
      />
      <Checkbox.Group
        label={t("quiz.skills")}
        description={session.skills.length === 0 ? t("quiz.noSkill") : undefined}
        value={values.skills}
        onChange={(skills) => form.setFieldValue("skills", skills)}
      >
        <Stack gap="xs" mt="xs">
          {session.skills.map(({ skill, label }) => (
            <Checkbox key={skill} value={skill} label={label} />
          ))}
        </Stack>
      </Checkbox.Group>
    </VersionedForm>
  );
}
