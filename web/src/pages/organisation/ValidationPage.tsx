import { Stack } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { asProblem } from "@/api/problem";
import { StaffEntry } from "@/features/passport/staff/StaffEntry";
import { useTranslation } from "@/i18n/validationDesk";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { useStanding } from "@/shell/standing";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import classes from "./TrainingsLayout.module.css";
import { usePeopleNames } from "./usePeopleNames";
import { useTeaching } from "./useTeaching";

const route = getRouteApi("/guarded/organisations/$organisation/validations/$entry");

const NOT_FOUND = [403, 404, 422];
const isMissing = (error: unknown): boolean => NOT_FOUND.includes(asProblem(error).status);

/** An entry of the organisation, with its proof. */
export function ValidationPage() {
  const { t } = useTranslation();
  const { organisation, entry } = route.useParams();
  const { writes, suspended } = useTeaching();
  const self = useStanding()?.me.id ?? "";
  const nameOf = usePeopleNames(organisation);
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <StaffEntry
        key={entry}
        organisation={organisation}
        entry={entry}
        self={self}
        runs={writes}
        writes={!suspended}
        nameOf={nameOf}
        missing={<NotFound />}
        isMissing={isMissing}
        heading={({ entry: { skill } }) => (
          <div>
            <Link to={paths.validations} params={{ organisation }} className={classes.back}>
              <Icon name="chevronLeft" size={16} />
              {t("ofPerson.back")}
            </Link>
            <PageTitle
              title={t("entryProof.title", { skill: skill.label })}
              tab={t("entryProof.tab", { skill: skill.label })}
            />
          </div>
        )}
      />
    </Stack>
  );
}
