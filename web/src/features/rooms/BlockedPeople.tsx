import { Text } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { useTranslation } from "@/i18n/rooms";
import { formatDay } from "@/lib/format";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Disclosure } from "@/ui/Disclosure";
import { PagedList } from "@/ui/PagedList";
import classes from "./Rooms.module.css";

const BLOCKED = "/api/v1/me/blocked-people" as const;
const KEY = ["blocked-people"];
const PAGE = 50;

/** The people one blocks, and the way to read them again. */
export function BlockedPeople() {
  const { t } = useTranslation();
  return (
    <Disclosure label={t("blockedPeople.title")}>
      <List />
    </Disclosure>
  );
}

function List() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: KEY,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET(BLOCKED, {
          params: { query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });
  const unblock = async (profile: string) => {
    await unwrap(
      api.DELETE(`${BLOCKED}/{profile_id}`, { params: { path: { profile_id: profile } } }),
    );
    await cache.invalidateQueries({ queryKey: KEY });
    void cache.invalidateQueries({ queryKey: ["rooms"] });
  };
  return (
    <PagedList list={list} height={80} none={<Text size="sm">{t("blockedPeople.none")}</Text>}>
      {(people) => (
        <ul className={classes.people} aria-label={t("blockedPeople.title")}>
          {people.map((one) => (
            <li key={one.profile_id}>
              <span className={classes.facts}>
                <strong>{one.name}</strong>
                <span>{t("blockedPeople.since", { date: formatDay(one.blocked_at) })}</span>
              </span>
              <ConfirmButton
                size="compact-sm"
                variant="default"
                label={t("blockedPeople.unblock")}
                aria-label={t("blockedPeople.unblockOf", { name: one.name })}
                title={t("blockedPeople.ask", { name: one.name })}
                confirm={t("blockedPeople.unblock")}
                action={() => unblock(one.profile_id)}
              >
                {t("blockedPeople.help")}
              </ConfirmButton>
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}
