import { Group, NativeSelect, Stack } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/quizzes";
import { paths } from "@/lib/paths";
import { PageTitle } from "@/ui/PageTitle";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";
import classes from "../organisation/TrainingsLayout.module.css";
import { useTeaching } from "../organisation/useTeaching";
import { useOwner } from "./useOwner";

const PARTS = [
  { ofOrganisation: paths.quizzes, ofCompany: paths.companyQuizzes, key: "quizzes" },
  { ofOrganisation: paths.questions, ofCompany: paths.companyQuestions, key: "questions" },
] as const;

const LINK = {
  className: links.link,
  activeProps: { "aria-current": "page", "data-active": true },
  activeOptions: { exact: true, includeSearch: false },
} as const;

interface Props {
  title: string;
  lead: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** The quizzes of an organisation or a company, and the questions they ask, each at its own address. */
export function QuizzesLayout({ title, lead, actions, children }: Props) {
  const { t } = useTranslation();
  const { owner } = useOwner();
  const { organisation } = owner;
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <div className={classes.top}>
        <SectionNav label={t(organisation === null ? "quizList.navCompany" : "quizList.nav")}>
          {PARTS.map(({ ofOrganisation, ofCompany, key }) =>
            organisation === null ? (
              <Link key={key} to={ofCompany} {...LINK}>
                {t(`quizList.part.${key}`)}
              </Link>
            ) : (
              <Link key={key} to={ofOrganisation} params={{ organisation }} {...LINK}>
                {t(`quizList.part.${key}`)}
              </Link>
            ),
          )}
        </SectionNav>
        {organisation === null ? null : <OrganisationChoice id={organisation} />}
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

/** Where one teaches in several organisations. */
function OrganisationChoice({ id }: { id: string }) {
  const { t } = useTranslation();
  const { organisations } = useTeaching();
  const navigate = useNavigate();
  if (organisations.length < 2) return null;
  return (
    <NativeSelect
      aria-label={t("quizList.choose")}
      value={id}
      data={organisations.map((mine) => ({ value: mine.id, label: mine.name }))}
      onChange={(event) =>
        navigate({ to: paths.quizzes, params: { organisation: event.currentTarget.value } })
      }
    />
  );
}
