// Attendance once it is taken: what trainees see and sign of their own, what those who run a session read, export and attest,
// and what whoever holds a document may ask.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
  type LinkSearch,
  linkSearch,
  type RecordsSearch,
  recordsSearch,
  type ScanSearch,
  scanSearch,
} from "@/features/records/search";
import { paths } from "@/lib/paths";
import { staff, teaches } from "@/shell/navigation";
import { guardedPage } from "./guard";
import { root } from "./root";
import { admit } from "./trainings";

const mine = createRoute({
  ...guardedPage,
  path: paths.myRecords,
  component: lazyRouteComponent(() => import("@/pages/person/MyRecordsPage"), "MyRecordsPage"),
});

/** Where the QR of a room leads. */
const scan = createRoute({
  ...guardedPage,
  path: paths.scan,
  validateSearch: (raw): ScanSearch => scanSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/person/ScanPage"), "ScanPage"),
});

const records = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.sessionRecords,
  validateSearch: (raw): RecordsSearch => recordsSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionRecordsPage"),
    "SessionRecordsPage",
  ),
});

const certificates = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, staff),
  path: paths.sessionCertificates,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionCertificatesPage"),
    "SessionCertificatesPage",
  ),
});

/** Where the mail to somebody without an account leads. */
const link = createRoute({
  getParentRoute: () => root,
  path: paths.signatureLink,
  validateSearch: (raw): LinkSearch => linkSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/public/SignatureLinkPage"),
    "SignatureLinkPage",
  ),
});

/** Where the QR of a certificate leads. */
const document = createRoute({
  getParentRoute: () => root,
  path: paths.document,
  component: lazyRouteComponent(() => import("@/pages/public/DocumentPage"), "DocumentPage"),
});

export const recordRoutes = [mine, scan, records, certificates] as const;
export const publicRecordRoutes = [link, document] as const;
