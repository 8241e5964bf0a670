import { SkillPicker } from "@/features/catalog";
import { OwnSkillLibrary } from "@/features/trainings";
import { useTranslation } from "@/i18n/ownSkills";
import { TrainingsLayout } from "./TrainingsLayout";
import { useTeaching } from "./useTeaching";

const NONE: ReadonlySet<string> = new Set();

/** The skills an organisation has in its own words. */
export function OwnSkillsPage() {
  const { t } = useTranslation();
  const { id, writes } = useTeaching();
  return (
    <TrainingsLayout title={t("ownSkill.pageTitle")} lead={t("ownSkill.lead")}>
      <OwnSkillLibrary
        organisation={id}
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
