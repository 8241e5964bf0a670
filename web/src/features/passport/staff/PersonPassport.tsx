import { Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "@/i18n/validationDesk";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { EventList } from "../entry/EventList";
import { TimelineFilters } from "../entry/TimelineFilters";
import classes from "../Passport.module.css";
import { filterOf, type TimelineSearch } from "../search";
import { usePersonEntries } from "../staffQueries";

interface Props {
  organisation: string;
  person: string;
  search: TimelineSearch;
  onSearch: (search: TimelineSearch) => void;
}

/** What the organisation itself wrote in somebody's passport, and what they said of it. */
export function PersonPassport({ organisation, person, search, onSearch }: Props) {
  const { t } = useTranslation();
  const { organisation_id: _, ...filter } = filterOf(search);
  const list = usePersonEntries(organisation, person, filter);
  const all = usePersonEntries(organisation, person, {});
  const skills = useMemo(() => {
    const names = new Map<string, string>();
    for (const { code, label } of all.data?.pages.flatMap(({ items }) => items) ?? []) {
      if (!names.has(code)) names.set(code, label);
    }
    return [...names].map(([id, name]) => ({ id, name }));
  }, [all.data]);
  const filtered = Object.values(search).some(Boolean);
  return (
    <Stack>
      <Panel>
        <TimelineFilters search={search} skills={skills} organisations={null} onChange={onSearch} />
      </Panel>
      <PagedList
        list={list}
        height={320}
        none={
          filtered ? (
            <Notice title={t("timeline.none")}>{t("timeline.noneHelp")}</Notice>
          ) : (
            <Notice title={t("ofPerson.empty")} />
          )
        }
      >
        {(events, busy) => (
          <EventList
            events={events}
            busy={busy}
            link={(entry, words, spoken) => (
              <Link
                to={paths.validation}
                params={{ organisation, entry }}
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
