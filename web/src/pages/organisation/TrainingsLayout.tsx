import { NativeSelect, Stack } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/trainings";
import { paths } from "@/lib/paths";
import { PageTitle } from "@/ui/PageTitle";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";
import classes from "./TrainingsLayout.module.css";
import { useTeaching } from "./useTeaching";

const PARTS = [
  { to: paths.trainings, key: "trainings" },
  { to: paths.courses, key: "courses" },
  { to: paths.ownSkills, key: "ownSkills" },
  { to: paths.notices, key: "notices" },
] as const;

interface Props {
  title: string;
  lead: string;
  children: ReactNode;
}

/** What an organisation teaches: its trainings, its courses, its own skills, what the catalogue changes in them, each at its own address. */
export function TrainingsLayout({ title, lead, children }: Props) {
  const { t } = useTranslation();
  const { id, organisations } = useTeaching();
  const navigate = useNavigate();
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <div className={classes.top}>
        <SectionNav label={t("trainings.nav")}>
          {PARTS.map(({ to, key }) => (
            <Link
              key={to}
              to={to}
              params={{ organisation: id }}
              className={links.link}
              activeProps={{ "aria-current": "page", "data-active": true }}
              activeOptions={{ exact: true, includeSearch: false }}
            >
              {t(`trainings.part.${key}`)}
            </Link>
          ))}
        </SectionNav>
        {organisations.length > 1 ? (
          <NativeSelect
            aria-label={t("trainings.choose")}
            value={id}
            data={organisations.map((mine) => ({ value: mine.id, label: mine.name }))}
            onChange={(event) =>
              navigate({
                to: paths.trainings,
                params: { organisation: event.currentTarget.value },
              })
            }
          />
        ) : null}
      </div>
      <div>
        <PageTitle title={title} lead={lead} />
      </div>
      {children}
    </Stack>
  );
}
