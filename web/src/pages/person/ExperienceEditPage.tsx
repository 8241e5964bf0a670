import { Stack } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { mayWrite } from "@/features/experiences/model/states";
import { ExperienceForm } from "@/features/experiences/own/ExperienceForm";
import { useTranslation } from "@/i18n/experiences";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";
import { usePickers } from "./usePickers";
import { WithExperience } from "./WithExperience";

/** Writes an experience anew, while no organisation looks at it or put its name to it. */
export function ExperienceEditPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const pickers = usePickers();
  return (
    <WithExperience>
      {(experience) => {
        const params = { experience: experience.id };
        const back = () => void navigate({ to: paths.experience, params });
        return (
          <Stack gap="lg" maw={760} mx="auto">
            <div>
              <PageTitle title={t("experienceForm.edit")} lead={experience.title} />
            </div>
            {mayWrite(experience) ? (
              <Panel>
                <ExperienceForm
                  key={experience.id}
                  experience={experience}
                  {...pickers}
                  onDone={back}
                  onCancel={back}
                />
              </Panel>
            ) : (
              <Notice
                title={t("experience.held")}
                actions={
                  <Link to={paths.experience} params={params}>
                    {t("experience.backToOne")}
                  </Link>
                }
              />
            )}
          </Stack>
        );
      }}
    </WithExperience>
  );
}
