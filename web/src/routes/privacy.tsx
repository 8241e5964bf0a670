// Control over one's data: what is visible to whom, who saw it, the receipts, the copy, the erasure.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { type PreviewSearch, previewSearch } from "@/features/profiles/previewUrl";
import { paths } from "@/lib/paths";
import { adminPage, guardedPage } from "./guard";

const visibility = createRoute({
  ...guardedPage,
  path: paths.visibility,
  validateSearch: (raw): PreviewSearch => previewSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/person/VisibilityPage"), "VisibilityPage"),
});

const overview = createRoute({
  ...guardedPage,
  path: paths.myData,
  component: lazyRouteComponent(() => import("@/pages/person/MyDataPage"), "MyDataPage"),
});

const readings = createRoute({
  ...guardedPage,
  path: paths.myDataReadings,
  component: lazyRouteComponent(
    () => import("@/pages/person/MyDataReadingsPage"),
    "MyDataReadingsPage",
  ),
});

const receipts = createRoute({
  ...guardedPage,
  path: paths.myDataReceipts,
  component: lazyRouteComponent(
    () => import("@/pages/person/MyDataReceiptsPage"),
    "MyDataReceiptsPage",
  ),
});

const receipt = createRoute({
  ...guardedPage,
  path: paths.myDataReceipt,
  component: lazyRouteComponent(
    () => import("@/pages/person/MyDataReceiptPage"),
    "MyDataReceiptPage",
  ),
});

const roomReceipts = createRoute({
  ...guardedPage,
  path: paths.roomReceipts,
  component: lazyRouteComponent(
    () => import("@/pages/person/RoomReceiptsPage"),
    "RoomReceiptsPage",
  ),
});

const copy = createRoute({
  ...guardedPage,
  path: paths.myDataDownload,
  component: lazyRouteComponent(
    () => import("@/pages/person/MyDataDownloadPage"),
    "MyDataDownloadPage",
  ),
});

const erasure = createRoute({
  ...guardedPage,
  path: paths.erasure,
  component: lazyRouteComponent(() => import("@/pages/person/ErasurePage"), "ErasurePage"),
});

const register = createRoute({
  ...adminPage,
  path: paths.adminRegister,
  component: lazyRouteComponent(() => import("@/pages/admin/RegisterPage"), "RegisterPage"),
});

export const privacyRoutes = [
  visibility,
  overview,
  readings,
  receipts,
  receipt,
  roomReceipts,
  copy,
  erasure,
  register,
] as const;
