import { getRouteApi } from "@tanstack/react-router";
import { QuizList } from "@/features/quizzes/QuizList";
import type { QuizListSearch } from "@/features/quizzes/search";
import { quizFilterOf, quizSearchOf } from "@/features/quizzes/url";
import { useTranslation } from "@/i18n/quizzes";
import { NewQuiz } from "./OwnerLinks";
import { QuizzesLayout } from "./QuizzesLayout";
import { useOwner } from "./useOwner";

const ofOrganisation = getRouteApi("/guarded/organisations/$organisation/quiz");
const ofCompany = getRouteApi("/guarded/recruiting/recrutement/quiz");

/** The quizzes of an organisation; what is looked for stands in the address. */
export function QuizzesPage() {
  const search = ofOrganisation.useSearch();
  const navigate = ofOrganisation.useNavigate();
  return (
    <Quizzes
      search={search}
      onSearch={(next) => navigate({ search: next, replace: true, resetScroll: false })}
    />
  );
}

/** The quizzes of a company. */
export function CompanyQuizzesPage() {
  const search = ofCompany.useSearch();
  const navigate = ofCompany.useNavigate();
  return (
    <Quizzes
      search={search}
      onSearch={(next) => navigate({ search: next, replace: true, resetScroll: false })}
    />
  );
}

interface Props {
  search: QuizListSearch;
  onSearch: (search: QuizListSearch) => void;
}

function Quizzes({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const { owner, authors } = useOwner();
  return (
    <QuizzesLayout
      title={t("quizList.title")}
      lead={t(owner.organisation === null ? "quizList.leadCompany" : "quizList.lead")}
      actions={authors ? <NewQuiz owner={owner} /> : null}
    >
      <QuizList
        key={owner.organisation}
        owner={owner}
        filter={quizFilterOf(search)}
        writes={authors}
        onFilter={(filter) => onSearch(quizSearchOf(filter))}
      />
    </QuizzesLayout>
  );
}
