// Rooms: those one reads, each of them, what is found in them, their moderation; and how one is told of things.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
  type MessageSearch,
  type ModerationSearch,
  messageSearch,
  moderationSearch,
  type ReportSearch,
  type RoomPageSearch,
  reportSearch,
  roomPageSearch,
} from "@/features/rooms/search";
import { paths } from "@/lib/paths";
import { adminPage, guardedPage } from "./guard";

const rooms = createRoute({
  ...guardedPage,
  path: paths.rooms,
  component: lazyRouteComponent(() => import("@/pages/rooms/RoomsPage"), "RoomsPage"),
});

const search = createRoute({
  ...guardedPage,
  path: paths.roomSearch,
  validateSearch: (raw): MessageSearch => messageSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/rooms/RoomSearchPage"), "RoomSearchPage"),
});

const room = createRoute({
  ...guardedPage,
  path: paths.room,
  validateSearch: (raw): RoomPageSearch => roomPageSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/rooms/RoomPage"), "RoomPage"),
});

const settings = createRoute({
  ...guardedPage,
  path: paths.roomSettings,
  component: lazyRouteComponent(() => import("@/pages/rooms/RoomSettingsPage"), "RoomSettingsPage"),
});

const moderation = createRoute({
  ...guardedPage,
  path: paths.roomModeration,
  validateSearch: (raw): ModerationSearch => moderationSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/rooms/RoomModerationPage"),
    "RoomModerationPage",
  ),
});

const reports = createRoute({
  ...adminPage,
  path: paths.adminReports,
  validateSearch: (raw): ReportSearch => reportSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/admin/RoomReportsPage"), "RoomReportsPage"),
});

const notificationSettings = createRoute({
  ...guardedPage,
  path: paths.notificationSettings,
  component: lazyRouteComponent(
    () => import("@/pages/person/NotificationSettingsPage"),
    "NotificationSettingsPage",
  ),
});

export const roomRoutes = [
  rooms,
  search,
  room,
  settings,
  moderation,
  reports,
  notificationSettings,
] as const;
