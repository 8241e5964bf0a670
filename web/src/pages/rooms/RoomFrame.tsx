import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { roomQuery } from "@/features/rooms/queries";
import { RoomHead } from "@/features/rooms/RoomHead";
import type { Room } from "@/features/rooms/types";
import { useTranslation } from "@/i18n/rooms";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { BackLink } from "@/ui/BackLink";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";

type Part = "messages" | "settings" | "moderation";

const ADDRESS = {
  messages: paths.room,
  settings: paths.roomSettings,
  moderation: paths.roomModeration,
} as const;

/** Not there for whoever asks, or no room at all. */
const NOT_FOUND = [404, 422];

interface Props {
  part: Part;
  children: (room: Room) => ReactNode;
}

/** What every page of a room stands in: where it belongs, how long it is kept, its other pages. */
export function RoomFrame({ part, children }: Props) {
  const { t } = useTranslation();
  const { room: id = "" } = useParams({ strict: false });
  const query = useQuery(roomQuery(id));
  const room = query.data;
  if (query.isError && NOT_FOUND.includes(asProblem(query.error).status)) return <NotFound />;
  const about = room?.session?.title ?? room?.offer?.title;
  const parts: Part[] = ["messages", "settings"];
  if (room?.may_moderate) parts.push("moderation");
  return (
    <Stack gap="md" maw={860} mx="auto">
      <div>
        <BackLink to={paths.rooms}>{t("chat.back")}</BackLink>
        <PageTitle
          title={room?.name ?? t("rooms.title")}
          tab={part === "messages" ? (room?.name ?? t("rooms.title")) : t(`chat.parts.${part}`)}
          {...(about ? { lead: about } : {})}
        />
        {room ? <RoomHead room={room} /> : null}
      </div>
      {room ? (
        <SectionNav label={t("chat.nav")}>
          {parts.map((one) => (
            <Link
              key={one}
              to={ADDRESS[one]}
              params={{ room: id }}
              className={links.link}
              activeProps={{ "aria-current": "page", "data-active": true }}
              activeOptions={{ exact: true, includeSearch: false }}
            >
              {t(`chat.parts.${one}`)}
            </Link>
          ))}
        </SectionNav>
      ) : null}
      {query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {room ? (
        children(room)
      ) : query.isError ? null : (
        <Skeleton height={420} radius="lg" role="img" aria-label={t("state.loading")} />
      )}
    </Stack>
  );
}
