import { Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { TrainingSession } from "@/api/types";
import { SessionState } from "@/features/sessions/SessionState";
import { useTranslation } from "@/i18n/sessions";
import { formatPeriod } from "@/lib/days";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";
import classes from "./TrainingsLayout.module.css";
import { useTeaching } from "./useTeaching";

const PARTS = [
  { to: paths.session, key: "overview", exact: true },
  { to: paths.sessionGeneral, key: "general", exact: true },
  { to: paths.sessionCourses, key: "courses", exact: true },
  { to: paths.sessionSlots, key: "slots", exact: true },
  { to: paths.sessionParticipants, key: "participants", exact: false },
  { to: paths.sessionResources, key: "resources", exact: true },
  { to: paths.sessionRooms, key: "rooms", exact: true },
  { to: paths.sessionRecords, key: "records", exact: true },
  { to: paths.sessionValidations, key: "validations", exact: true },
  { to: paths.sessionCertificates, key: "certificates", exact: true },
] as const;

interface Props {
  organisation: string;
  session: TrainingSession;
  /** Which of its pages this is. */
  part: (typeof PARTS)[number]["key"];
  actions?: ReactNode;
  /** Takes the room a table needs. */
  wide?: boolean;
  children: ReactNode;
}

/** What every page of a session begins with: its title, its state, the ways to its other pages. */
export function SessionFrame(props: Props) {
  const { organisation, session, part, actions, wide, children } = props;
  const { t } = useTranslation();
  const { runs } = useTeaching();
  const { title, status, status_reason: reason, start_override: override } = session;
  const params = { organisation, session: session.id };
  return (
    <Stack gap="lg" maw={wide ? 1240 : 1140} mx="auto">
      <div>
        <Link to={paths.sessions} params={{ organisation }} className={classes.back}>
          <Icon name="chevronLeft" size={16} />
          {t("session.back")}
        </Link>
        <div className={classes.head}>
          <div className={classes.title}>
            <PageTitle title={title} tab={`${t(`session.part.${part}`)} · ${title}`} />
            <div className={classes.meta}>
              <SessionState status={status} />
              <span>{formatPeriod(session.starts_on, session.ends_on)}</span>
            </div>
          </div>
          {actions}
        </div>
      </div>
      <SectionNav label={t("session.nav")}>
        {PARTS.filter(({ key }) => runs || key !== "certificates").map(({ to, key, exact }) => (
          <Link
            key={to}
            to={to}
            params={params}
            className={links.link}
            activeProps={{ "aria-current": "page", "data-active": true }}
            activeOptions={{ exact, includeSearch: false }}
          >
            {t(`session.part.${key}`)}
          </Link>
        ))}
      </SectionNav>
      {status === "cancelled" ? (
        <Notice tone="error" title={t("session.cancelled")}>
          {reason}
        </Notice>
      ) : reason && status === "ended" ? (
        <Notice tone="info" title={t("session.reopened")}>
          {reason}
        </Notice>
      ) : null}
      {override && (status === "running" || status === "ended") && part === "overview" ? (
        <Notice tone="warning" icon="alert" title={t("session.overridden")}>
          {override}
        </Notice>
      ) : null}
      {children}
    </Stack>
  );
}
