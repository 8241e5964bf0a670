import { Stack } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { asProblem } from "@/api/problem";
import type { TimelineSearch } from "@/features/passport/search";
import { PersonPassport } from "@/features/passport/staff/PersonPassport";
import { usePersonEntries } from "@/features/passport/staffQueries";
import { useTranslation } from "@/i18n/validationDesk";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import classes from "./TrainingsLayout.module.css";
import { usePeopleNames } from "./usePeopleNames";

const route = getRouteApi("/guarded/organisations/$organisation/personnes/$person/carnet");

const NOT_FOUND = [403, 404, 422];

/** The organisation's own part of somebody's passport. */
export function PersonPassportPage() {
  const { t } = useTranslation();
  const { organisation, person } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const name = usePeopleNames(organisation)(person);
  const whole = usePersonEntries(organisation, person, {});
  if (whole.isError && NOT_FOUND.includes(asProblem(whole.error).status)) return <NotFound />;
  const onSearch = (chosen: TimelineSearch) =>
    navigate({ search: chosen, replace: true, resetScroll: false });
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <Link to={paths.validations} params={{ organisation }} className={classes.back}>
          <Icon name="chevronLeft" size={16} />
          {t("ofPerson.back")}
        </Link>
        <PageTitle
          title={name ? t("ofPerson.title", { name }) : t("ofPerson.someone")}
          lead={t("ofPerson.lead")}
        />
      </div>
      <PersonPassport
        key={person}
        organisation={organisation}
        person={person}
        search={search}
        onSearch={onSearch}
      />
    </Stack>
  );
}
