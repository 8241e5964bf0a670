import { getRouteApi } from "@tanstack/react-router";
import { SkillPicker } from "@/features/catalog";
import { OwnSkillLibrary } from "@/features/trainings";
import { searchFor, wordsOf } from "@/features/trainings/url";
import { useTranslation } from "@/i18n/ownSkills";
import { TrainingsLayout } from "./TrainingsLayout";
import { useTeaching } from "./useTeaching";

const route = getRouteApi("/guarded/formations/$organisation/competences");
const NONE: ReadonlySet<string> = new Set();

/** The skills an organisation has in its own words. */
export function OwnSkillsPage() {
  const { t } = useTranslation();
  const { id, writes } = useTeaching();
  const navigate = route.useNavigate();
  return (
    <TrainingsLayout title={t("ownSkill.pageTitle")} lead={t("ownSkill.lead")}>
      <OwnSkillLibrary
        key={id}
        organisation={id}
        words={wordsOf(route.useSearch())}
        onWords={(words) =>
          navigate({ search: searchFor(words), replace: true, resetScroll: false })
        }
        writes={writes}
        picker={(onPick) => (
          <SkillPicker
            label={t("ownSkill.otherSkill")}
            placeholder={t("training.skills.pickerPlaceholder")}
            taken={NONE}
            takenHint=""
            onPick={(code) => onPick(code)}
          />
        )}
      />
    </TrainingsLayout>
  );
}
