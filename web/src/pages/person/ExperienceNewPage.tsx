import { Stack } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { ExperienceForm } from "@/features/experiences/own/ExperienceForm";
import { useTranslation } from "@/i18n/experiences";
import { paths } from "@/lib/paths";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";
import { usePickers } from "./usePickers";

/** Begins an experience: a draft, to which proofs are added next. */
export function ExperienceNewPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const pickers = usePickers();
  return (
    <Stack gap="lg" maw={760} mx="auto">
      <div>
        <PageTitle title={t("experienceForm.new")} lead={t("experienceForm.newLead")} />
      </div>
      <Panel>
        <ExperienceForm
          {...pickers}
          onDone={({ id }) =>
            void navigate({ to: paths.experience, params: { experience: id }, replace: true })
          }
          onCancel={() => void navigate({ to: paths.experiences })}
        />
      </Panel>
    </Stack>
  );
}
