// Rooms: those one reads, and each of them.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { paths } from "@/lib/paths";
import { guardedPage } from "./guard";

const rooms = createRoute({
  ...guardedPage,
  path: paths.rooms,
  component: lazyRouteComponent(() => import("@/pages/rooms/RoomsPage"), "RoomsPage"),
});

const room = createRoute({
  ...guardedPage,
  path: paths.room,
  component: lazyRouteComponent(() => import("@/pages/rooms/RoomPage"), "RoomPage"),
});

export const roomRoutes = [rooms, room] as const;
