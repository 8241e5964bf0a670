import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { asProblem } from "@/api/problem";
import type { HalfDayPart, TrainingSession } from "@/api/types";
import { sheetQuery } from "@/features/attendance/queries";
import { SheetView } from "@/features/attendance/SheetView";
import { halfName, PANES, type Pane, partOf, type SheetSearch } from "@/features/attendance/search";
import { useTranslation } from "@/i18n/attendance";
import { fullName } from "@/lib/names";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { useStanding } from "@/shell/standing";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";
import { SheetHead } from "./SheetHead";
import classes from "./TrainingsLayout.module.css";
import { useTeaching } from "./useTeaching";
import { WithSession } from "./WithSession";

const route = getRouteApi(
  "/guarded/organisations/$organisation/sessions/$session/creneaux/$slot/emargement",
);

const NOT_FOUND = [403, 404, 422];

// Loaded with this page: without a connection, nothing more could be.
export { KeptRollPage } from "./KeptRollPage";

/** The attendance of a slot. */
export function AttendancePage() {
  return (
    <WithSession>
      {(session, organisation) => <Sheet session={session} organisation={organisation} />}
    </WithSession>
  );
}

function Sheet({ session, organisation }: { session: TrainingSession; organisation: string }) {
  const { t } = useTranslation();
  const { slot } = route.useParams();
  const search: SheetSearch = route.useSearch();
  const navigate = route.useNavigate();
  const { writes, suspended } = useTeaching();
  const me = useStanding()?.me;
  const place = { organisation, session: session.id, slot };
  const query = useQuery(sheetQuery(place));
  const { data: sheet } = query;
  if (!sheet || !me) {
    if (!query.isError) return <Pending />;
    if (NOT_FOUND.includes(asProblem(query.error).status)) return <NotFound />;
    return (
      <Stack gap="lg">
        <PageTitle title={t("sheet.failed")} />
        <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
      </Stack>
    );
  }
  const pane = search.volet ?? "appel";
  const go = (to: Pane, part: HalfDayPart) =>
    void navigate({
      search: {
        ...(to === "appel" ? {} : { volet: to }),
        ...(sheet.half_days.length > 1 ? { demi: halfName(part) } : {}),
      },
      replace: to === pane,
      resetScroll: false,
    });
  return (
    <Stack gap="md" maw={1040} mx="auto">
      <SheetHead sheet={sheet}>
        <Link
          to={paths.sessionSlots}
          params={{ organisation, session: session.id }}
          search={{ creneau: sheet.slot_id }}
          className={classes.back}
        >
          <Icon name="chevronLeft" size={16} />
          {t("sheet.back", { session: session.title })}
        </Link>
      </SheetHead>
      <SectionNav label={t("sheet.nav")}>
        {PANES.map((name) => (
          <Link
            key={name}
            to={paths.attendance}
            params={place}
            search={{
              ...(name === "appel" ? {} : { volet: name }),
              ...(search.demi ? { demi: search.demi } : {}),
            }}
            resetScroll={false}
            className={links.link}
            {...(name === pane ? { "aria-current": "page", "data-active": true } : {})}
          >
            {t(`sheet.pane.${name}`)}
          </Link>
        ))}
      </SectionNav>
      {suspended ? <Notice tone="warning" icon="alert" title={t("sheet.suspended")} /> : null}
      <SheetView
        key={slot}
        place={place}
        sheet={sheet}
        readAt={query.dataUpdatedAt}
        person={{ id: me.id, name: fullName(me) }}
        staff={writes}
        pane={pane}
        part={partOf(search.demi)}
        onGo={go}
      />
    </Stack>
  );
}
