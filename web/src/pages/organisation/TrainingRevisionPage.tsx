import { Stack } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { RevisionReading } from "@/features/trainings";
import { useTranslation } from "@/i18n/revisions";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import classes from "./TrainingsLayout.module.css";

const route = getRouteApi("/guarded/formations/$organisation/$training/revisions/$number");

/** One revision, as it was written. */
export function TrainingRevisionPage() {
  const { t } = useTranslation();
  const { organisation, training, number } = route.useParams();
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <div>
        <Link
          to={paths.trainingRevisions}
          params={{ organisation, training }}
          className={classes.back}
        >
          <Icon name="chevronLeft" size={16} />
          {t("revision.back")}
        </Link>
        <PageTitle title={t("revision.number", { number })} lead={t("revision.readOnly")} />
      </div>
      <RevisionReading organisation={organisation} training={training} number={Number(number)} />
    </Stack>
  );
}
