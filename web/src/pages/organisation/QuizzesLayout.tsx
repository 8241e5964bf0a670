import { Group, NativeSelect, Stack } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/quizzes";
import { paths } from "@/lib/paths";
import { PageTitle } from "@/ui/PageTitle";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";
import classes from "./TrainingsLayout.module.css";
import { useTeaching } from "./useTeaching";

const PARTS = [
  { to: paths.quizzes, key: "quizzes" },
  { to: paths.questions, key: "questions" },
] as const;

interface Props {
  title: string;
  lead: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** The quizzes of an organisation, and the questions they ask, each at its own address. */
export function QuizzesLayout({ title, lead, actions, children }: Props) {
  const { t } = useTranslation();
  const { id, organisations } = useTeaching();
  const navigate = useNavigate();
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <div className={classes.top}>
        <SectionNav label={t("quizList.nav")}>
          {PARTS.map(({ to, key }) => (
            <Link
              key={to}
              to={to}
              params={{ organisation: id }}
              className={links.link}
              activeProps={{ "aria-current": "page", "data-active": true }}
              activeOptions={{ exact: true, includeSearch: false }}
            >
              {t(`quizList.part.${key}`)}
            </Link>
          ))}
        </SectionNav>
        {organisations.length > 1 ? (
          <NativeSelect
            aria-label={t("quizList.choose")}
            value={id}
            data={organisations.map((mine) => ({ value: mine.id, label: mine.name }))}
            onChange={(event) =>
              navigate({ to: paths.quizzes, params: { organisation: event.currentTarget.value } })
            }
          />
        ) : null}
      </div>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: "1 1 20rem", minWidth: 0 }}>
          <PageTitle title={title} lead={lead} />
        </div>
        {actions ? <Group gap="xs">{actions}</Group> : null}
      </Group>
      {children}
    </Stack>
  );
}
