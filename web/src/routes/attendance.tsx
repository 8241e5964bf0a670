// Attendance of a slot: taken by those who train there and those who run the organisation.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { sheetSearch } from "@/features/attendance/search";
import { paths } from "@/lib/paths";
import { teaches } from "@/shell/navigation";
import { guardedPage } from "./guard";
import { admit } from "./trainings";

const sheet = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.attendance,
  validateSearch: sheetSearch,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/AttendancePage"),
    "AttendancePage",
  ),
});

export const attendanceRoutes = [sheet] as const;
