import { Stack } from "@mantine/core";
import { useNavigate, useParams } from "@tanstack/react-router";
import { MaskEditor } from "@/features/experiences/mask/MaskEditor";
import { mayMask } from "@/features/experiences/model/states";
import { useTranslation } from "@/i18n/proofMask";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { WithExperience } from "./WithExperience";

/** Masks zones of a proof before anybody sees it. */
export function ProofMaskPage() {
  const { t } = useTranslation();
  const { proof: id = "" } = useParams({ strict: false });
  const navigate = useNavigate();
  return (
    <WithExperience>
      {(experience) => {
        const proof = experience.proofs.find((one) => one.id === id);
        const params = { experience: experience.id };
        return (
          <Stack gap="lg" maw={860} mx="auto">
            <div>
              <BackLink to={paths.experience} params={params}>
                {t("proofMask.back", { title: experience.title })}
              </BackLink>
              <PageTitle
                title={proof ? t("proofMask.title", { name: proof.name }) : t("proofMask.none")}
                lead={t("proofMask.lead")}
              />
            </div>
            {proof && mayMask(experience, proof) ? (
              <MaskEditor
                key={proof.id}
                experience={experience}
                proof={proof}
                onDone={() => void navigate({ to: paths.experience, params })}
              />
            ) : (
              <Notice title={t("proofMask.impossible")} />
            )}
          </Stack>
        );
      }}
    </WithExperience>
  );
}
