import { getRouteApi } from "@tanstack/react-router";
import { Anomalies } from "@/features/records/Anomalies";
import { Contests } from "@/features/records/Contests";
import { Edof } from "@/features/records/Edof";
import { Proofs } from "@/features/records/Proofs";
import { SessionSettings } from "@/features/records/SessionSettings";
import { Sheets } from "@/features/records/Sheets";
import { type RecordsSearch, type View, viewOf } from "@/features/records/search";
import { Totals } from "@/features/records/Totals";
import { ViewLinks } from "@/features/records/ViewLinks";
import { useTranslation } from "@/i18n/recordSettings";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { SessionFrame } from "./SessionFrame";
import { useTeaching } from "./useTeaching";
import { WithSession } from "./WithSession";

const route = getRouteApi("/guarded/organisations/$organisation/sessions/$session/presences");

const FOR_ALL: View[] = ["sheets", "totals", "proofs", "settings"];
const FOR_STAFF: View[] = ["sheets", "totals", "anomalies", "edof", "proofs", "settings"];

/** The attendance records of a session: sheets, hours, what an inspector would find, elements of proof, settings. */
export function SessionRecordsPage() {
  const { t } = useTranslation();
  const { runs, writes, suspended } = useTeaching();
  const open = runs ? FOR_STAFF : FOR_ALL;
  const search: RecordsSearch = route.useSearch();
  const asked = viewOf(search.vue);
  const view = open.includes(asked) ? asked : "sheets";
  return (
    <WithSession>
      {({ id, ...rest }, organisation) => {
        const place = { organisation, session: id };
        return (
          <SessionFrame organisation={organisation} session={{ id, ...rest }} part="records">
            <ViewLinks place={place} current={view} open={open} />
            {view === "sheets" ? (
              <>
                <Contests place={place} decides={writes} />
                <Sheets place={place} />
              </>
            ) : null}
            {view === "totals" ? <Totals place={place} /> : null}
            {view === "anomalies" ? <Anomalies place={place} /> : null}
            {view === "edof" ? <Edof place={place} /> : null}
            {view === "proofs" ? <Proofs place={place} writes={!suspended} /> : null}
            {view === "settings" ? (
              <SessionSettings
                place={place}
                writes={writes}
                toOrganisation={
                  runs ? (
                    <ButtonLink to={paths.organisation} variant="default" size="compact-sm">
                      {t("sessionRule.toOrganisation")}
                    </ButtonLink>
                  ) : null
                }
              />
            ) : null}
          </SessionFrame>
        );
      }}
    </WithSession>
  );
}
