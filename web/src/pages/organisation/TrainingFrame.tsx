import { Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Training } from "@/api/types";
import { TrainingState } from "@/features/trainings";
import { useTranslation } from "@/i18n/trainings";
import { formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";
import classes from "./TrainingsLayout.module.css";

const PARTS = [
  { to: paths.training, key: "content", exact: true },
  { to: paths.trainingCoverage, key: "coverage", exact: true },
  { to: paths.trainingRevisions, key: "revisions", exact: false },
] as const;

interface Props {
  organisation: string;
  training: Training;
  /** What this page adds to the title of the training. */
  part: string;
  /** The wide pages take the width of the screen. */
  wide?: boolean;
  actions?: ReactNode;
  children: ReactNode;
}

/** What every page of a training begins with: its title, its state, the ways to its other pages. */
export function TrainingFrame({ organisation, training, part, wide, actions, children }: Props) {
  const { t } = useTranslation();
  const { content, status, has_draft: hasDraft, updated_by: by, updated_at: at } = training;
  const date = formatMoment(at);
  const params = { organisation, training: training.id };
  return (
    <Stack gap="lg" maw={wide ? undefined : 960} mx="auto">
      <div>
        <Link to={paths.trainings} params={{ organisation }} className={classes.back}>
          <Icon name="chevronLeft" size={16} />
          {t("training.back")}
        </Link>
        <div className={classes.head}>
          <div className={classes.title}>
            <PageTitle title={content.title} tab={`${part} · ${content.title}`} />
            <div className={classes.meta}>
              <TrainingState status={status} hasDraft={hasDraft} />
              <span>
                {by
                  ? t("trainings.writtenBy", { name: by, date })
                  : t("trainings.writtenAt", { date })}
              </span>
            </div>
          </div>
          {actions}
        </div>
      </div>
      <SectionNav label={t("training.nav")}>
        {PARTS.map(({ to, key, exact }) => (
          <Link
            key={to}
            to={to}
            params={params}
            className={links.link}
            activeProps={{ "aria-current": "page", "data-active": true }}
            activeOptions={{ exact, includeSearch: false }}
          >
            {t(`training.part.${key}`)}
          </Link>
        ))}
      </SectionNav>
      {children}
    </Stack>
  );
}
