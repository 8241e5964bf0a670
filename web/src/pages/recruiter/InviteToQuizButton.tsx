import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { lazy } from "react";
import { useTranslation } from "@/i18n/selection";
import { paths } from "@/lib/paths";
import { useStanding } from "@/shell/standing";
import { ButtonLink } from "@/ui/ButtonLink";
import { Dialog } from "@/ui/Dialog";
import { Icon } from "@/ui/Icon";
import { Later } from "@/ui/Later";

const InviteToQuiz = lazy(async () => ({
  default: (await import("@/features/quizzes/InviteToQuiz")).InviteToQuiz,
}));

/** Invites the people who were picked to a quiz of the company, alone. */
export function InviteToQuizButton({ profiles }: { profiles: readonly string[] }) {
  const { t } = useTranslation();
  const company = useStanding()?.company;
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={<Icon name="help" size={16} />}
        onClick={dialog.open}
      >
        {t("selection.quiz")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t("selection.quizTitle")} size="lg">
        <Later height={320}>
          <InviteToQuiz
            profiles={profiles}
            company={company?.name ?? ""}
            quizzesLink={
              <ButtonLink to={paths.companyQuizzes} size="sm">
                {t("selection.toQuizzes")}
              </ButtonLink>
            }
            onClose={dialog.close}
          />
        </Later>
      </Dialog>
    </>
  );
}
