import { Stack } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { NewSession } from "@/features/sessions/NewSession";
import { useTranslation } from "@/i18n/sessionWriting";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import classes from "./TrainingsLayout.module.css";
import { useTeaching } from "./useTeaching";

/** A new session, from a published training. */
export function SessionNewPage() {
  const { t } = useTranslation();
  const { id } = useTeaching();
  const navigate = useNavigate();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <Link to={paths.sessions} params={{ organisation: id }} className={classes.back}>
          <Icon name="chevronLeft" size={16} />
          {t("session.back")}
        </Link>
        <PageTitle title={t("newSession.title")} lead={t("newSession.lead")} />
      </div>
      <NewSession
        organisation={id}
        onCreated={(session) =>
          void navigate({
            to: paths.session,
            params: { organisation: id, session: session.id },
            replace: true,
          })
        }
      />
    </Stack>
  );
}
