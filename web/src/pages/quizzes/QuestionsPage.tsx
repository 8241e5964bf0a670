import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { SkillPickerLater } from "@/features/catalog";
import { QuestionList } from "@/features/quizzes/QuestionList";
import type { BankSearch } from "@/features/quizzes/search";
import { type BankFilter, bankFilterOf, bankSearchOf } from "@/features/quizzes/url";
import { useTranslation } from "@/i18n/quizzes";
import { ImportQuestions, NewQuestion } from "./OwnerLinks";
import { QuizzesLayout } from "./QuizzesLayout";
import { useSkillName } from "./useBank";
import { useOwner } from "./useOwner";

const ofOrganisation = getRouteApi("/guarded/organisations/$organisation/questions");
const ofCompany = getRouteApi("/guarded/recruiting/recrutement/questions");
const NONE: ReadonlySet<string> = new Set();

/** The bank of questions of an organisation; what is looked for stands in the address. */
export function QuestionsPage() {
  const search = ofOrganisation.useSearch();
  const navigate = ofOrganisation.useNavigate();
  return (
    <Questions
      search={search}
      onSearch={(next) => navigate({ search: next, replace: true, resetScroll: false })}
    />
  );
}

/** The bank of questions of a company. */
export function CompanyQuestionsPage() {
  const search = ofCompany.useSearch();
  const navigate = ofCompany.useNavigate();
  return (
    <Questions
      search={search}
      onSearch={(next) => navigate({ search: next, replace: true, resetScroll: false })}
    />
  );
}

interface Props {
  search: BankSearch;
  onSearch: (search: BankSearch) => void;
}

function Questions({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const { owner, authors } = useOwner();
  const filter = bankFilterOf(search);
  const skill = useSkillName(filter.skill);
  const go = (next: BankFilter) => onSearch(bankSearchOf(next));
  return (
    <QuizzesLayout
      title={t("bank.title")}
      lead={t(owner.organisation === null ? "bank.leadCompany" : "bank.lead")}
      actions={
        authors ? (
          <>
            <NewQuestion owner={owner} />
            <ImportQuestions owner={owner} />
          </>
        ) : null
      }
    >
      <QuestionList
        key={owner.organisation}
        owner={owner}
        filter={filter}
        writes={authors}
        onFilter={go}
        skillFilter={
          filter.skill === "" ? (
            <SkillPickerLater
              label={t("bank.skill")}
              placeholder={t("bank.skillPlaceholder")}
              taken={NONE}
              takenHint={t("bank.taken")}
              onPick={(code) => go({ ...filter, skill: code })}
            />
          ) : (
            <Button
              variant="default"
              aria-label={t("bank.clearSkill", { label: skill })}
              onClick={() => go({ ...filter, skill: "" })}
            >
              {`${t("bank.skillChosen", { label: skill })} ×`}
            </Button>
          )
        }
      />
    </QuizzesLayout>
  );
}
