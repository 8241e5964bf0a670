import { Group, Stack } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { ExperienceMoves } from "@/features/experiences/own/ExperienceMoves";
import { ExperienceSaid } from "@/features/experiences/own/ExperienceSaid";
import { ProofPanel } from "@/features/experiences/own/ProofPanel";
import { SubmissionPanel } from "@/features/experiences/own/SubmissionPanel";
import { ExperienceTag } from "@/features/experiences/Tags";
import { useTranslation } from "@/i18n/experiences";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";
import { PageTitle } from "@/ui/PageTitle";
import { WithExperience } from "./WithExperience";

/** One of one's experiences: what it says, its proofs, the organisations it was put before. */
export function ExperiencePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <WithExperience>
      {(experience) => (
        <Stack gap="lg" maw={860} mx="auto">
          <div>
            <BackLink to={paths.experiences}>{t("experience.back")}</BackLink>
            <Group justify="space-between" align="flex-start" gap="sm">
              <div>
                <PageTitle title={experience.title} />
              </div>
              <ExperienceTag status={experience.status} />
            </Group>
          </div>
          <ExperienceMoves
            experience={experience}
            leave={() => navigate({ to: paths.experiences, replace: true })}
          />
          <ExperienceSaid experience={experience} />
          <ProofPanel experience={experience} />
          <SubmissionPanel experience={experience} />
        </Stack>
      )}
    </WithExperience>
  );
}
