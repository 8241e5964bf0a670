import { getRouteApi } from "@tanstack/react-router";
import { QuizList } from "@/features/quizzes/QuizList";
import { quizFilterOf, quizSearchOf } from "@/features/quizzes/url";
import { useTranslation } from "@/i18n/quizzes";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Icon } from "@/ui/Icon";
import { QuizzesLayout } from "./QuizzesLayout";
import { useTeaching } from "./useTeaching";

const route = getRouteApi("/guarded/organisations/$organisation/quiz");

/** The quizzes of an organisation; what is looked for stands in the address. */
export function QuizzesPage() {
  const { t } = useTranslation();
  const { id, authors } = useTeaching();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <QuizzesLayout
      title={t("quizList.title")}
      lead={t("quizList.lead")}
      actions={
        authors ? (
          <ButtonLink
            to={paths.quizNew}
            params={{ organisation: id }}
            leftSection={<Icon name="plus" size={16} />}
          >
            {t("quizList.create")}
          </ButtonLink>
        ) : null
      }
    >
      <QuizList
        key={id}
        organisation={id}
        filter={quizFilterOf(search)}
        writes={authors}
        onFilter={(filter) =>
          navigate({ search: quizSearchOf(filter), replace: true, resetScroll: false })
        }
      />
    </QuizzesLayout>
  );
}
