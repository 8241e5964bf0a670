import { Group, Stack } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { Lists, NewList } from "@/features/lists";
import { useTranslation } from "@/i18n/lists";
import { paths } from "@/lib/paths";
import { useStanding } from "@/shell/standing";
import { ButtonLink } from "@/ui/ButtonLink";
import { PageTitle } from "@/ui/PageTitle";
import { AccessRefused } from "./AccessRefused";

/** The lists of people one made, and those colleagues share. */
export function ListsPage() {
  const { t } = useTranslation();
  const go = useNavigate();
  const searches = useStanding()?.company?.status === "granted";
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("candidateLists.title")} lead={t("candidateLists.lead")} />
      </div>
      {searches ? (
        <Group>
          <NewList
            onMade={({ id }) => void go({ to: paths.candidateList, params: { list: id } })}
          />
        </Group>
      ) : null}
      <Lists
        searchLink={
          <ButtonLink to={paths.search} size="sm">
            {t("candidateLists.toSearch")}
          </ButtonLink>
        }
        refused={(code) => <AccessRefused code={code} />}
      />
    </Stack>
  );
}
