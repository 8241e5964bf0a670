import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "@/i18n/timeline";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { EventList } from "../entry/EventList";
import { TimelineFilters } from "../entry/TimelineFilters";
import { skillMapQuery, useMyEntries } from "../ownQueries";
import classes from "../Passport.module.css";
import { filterOf, type TimelineSearch } from "../search";

interface Props {
  search: TimelineSearch;
  onSearch: (search: TimelineSearch) => void;
}

/** What happened in one's passport. */
export function Timeline({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const list = useMyEntries(filterOf(search));
  const map = useQuery(skillMapQuery).data;
  const organisations = useMemo(() => {
    const names = new Map<string, string>();
    for (const { organisations: some } of map ?? []) {
      for (const { organisation_id: id, organisation_name: name } of some) names.set(id, name);
    }
    return [...names].map(([id, name]) => ({ id, name }));
  }, [map]);
  const filtered = Object.values(search).some(Boolean);
  return (
    <Stack>
      <Panel>
        <TimelineFilters
          search={search}
          skills={(map ?? []).map(({ code, label }) => ({ id: code, name: label }))}
          organisations={organisations}
          onChange={onSearch}
        />
      </Panel>
      <PagedList
        list={list}
        height={320}
        none={
          <Notice title={t(filtered ? "timeline.none" : "timeline.empty")}>
            {t(filtered ? "timeline.noneHelp" : "timeline.emptyHelp")}
          </Notice>
        }
      >
        {(events, busy) => (
          <EventList
            events={events}
            busy={busy}
            link={(entry, words, spoken) => (
              <Link
                to={paths.myEntry}
                params={{ entry }}
                className={classes.link}
                aria-label={spoken}
              >
                {words}
              </Link>
            )}
          />
        )}
      </PagedList>
    </Stack>
  );
}
