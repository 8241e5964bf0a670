// The ways back and onwards of the pages about questions and quizzes, whosever they are.
import type { Owner } from "@/features/quizzes/owner";
import { useTranslation } from "@/i18n/quizzes";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";
import { ButtonLink } from "@/ui/ButtonLink";
import { Icon } from "@/ui/Icon";

interface Props {
  owner: Owner;
}

export function BackToQuizzes({ owner: { organisation } }: Props) {
  const { t } = useTranslation();
  const text = t("quizEdit.back");
  return organisation === null ? (
    <BackLink to={paths.companyQuizzes}>{text}</BackLink>
  ) : (
    <BackLink to={paths.quizzes} params={{ organisation }}>
      {text}
    </BackLink>
  );
}

export function BackToQuiz({ owner: { organisation }, quiz }: Props & { quiz: string }) {
  const { t } = useTranslation();
  const text = t("quizRevision.back");
  return organisation === null ? (
    <BackLink to={paths.companyQuiz} params={{ quiz }}>
      {text}
    </BackLink>
  ) : (
    <BackLink to={paths.quiz} params={{ organisation, quiz }}>
      {text}
    </BackLink>
  );
}

export function BackToQuestions({ owner: { organisation } }: Props) {
  const { t } = useTranslation();
  const text = t("question.back");
  return organisation === null ? (
    <BackLink to={paths.companyQuestions}>{text}</BackLink>
  ) : (
    <BackLink to={paths.questions} params={{ organisation }}>
      {text}
    </BackLink>
  );
}

export function NewQuiz({ owner: { organisation } }: Props) {
  const { t } = useTranslation();
  const icon = <Icon name="plus" size={16} />;
  const text = t("quizList.create");
  return organisation === null ? (
    <ButtonLink to={paths.companyQuizNew} leftSection={icon}>
      {text}
    </ButtonLink>
  ) : (
    <ButtonLink to={paths.quizNew} params={{ organisation }} leftSection={icon}>
      {text}
    </ButtonLink>
  );
}

export function NewQuestion({ owner: { organisation } }: Props) {
  const { t } = useTranslation();
  const icon = <Icon name="plus" size={16} />;
  const text = t("bank.create");
  return organisation === null ? (
    <ButtonLink to={paths.companyQuestionNew} leftSection={icon}>
      {text}
    </ButtonLink>
  ) : (
    <ButtonLink to={paths.questionNew} params={{ organisation }} leftSection={icon}>
      {text}
    </ButtonLink>
  );
}

export function ImportQuestions({ owner: { organisation } }: Props) {
  const { t } = useTranslation();
  const text = t("bank.toImport");
  return organisation === null ? (
    <ButtonLink to={paths.companyQuestionImport} variant="default">
      {text}
    </ButtonLink>
  ) : (
    <ButtonLink to={paths.questionImport} params={{ organisation }} variant="default">
      {text}
    </ButtonLink>
  );
}
