import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { SkillPickerLater } from "@/features/catalog";
import { QuestionList } from "@/features/quizzes/QuestionList";
import { bankFilterOf, bankSearchOf } from "@/features/quizzes/url";
import { useTranslation } from "@/i18n/questions";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Icon } from "@/ui/Icon";
import { QuizzesLayout } from "./QuizzesLayout";
import { useSkillName } from "./useBank";
import { useTeaching } from "./useTeaching";

const route = getRouteApi("/guarded/organisations/$organisation/questions");
const NONE: ReadonlySet<string> = new Set();

/** The bank of questions; what is looked for stands in the address. */
export function QuestionsPage() {
  const { t } = useTranslation();
  const { id, authors } = useTeaching();
  const filter = bankFilterOf(route.useSearch());
  const navigate = route.useNavigate();
  const skill = useSkillName(filter.skill);
  const go = (next: typeof filter) =>
    navigate({ search: bankSearchOf(next), replace: true, resetScroll: false });
  return (
    <QuizzesLayout
      title={t("bank.title")}
      lead={t("bank.lead")}
      actions={
        authors ? (
          <>
            <ButtonLink
              to={paths.questionNew}
              params={{ organisation: id }}
              leftSection={<Icon name="plus" size={16} />}
            >
              {t("bank.create")}
            </ButtonLink>
            <ButtonLink to={paths.questionImport} params={{ organisation: id }} variant="default">
              {t("bank.toImport")}
            </ButtonLink>
          </>
        ) : null
      }
    >
      <QuestionList
        key={id}
        organisation={id}
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
