import { Stack } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { SessionSheets } from "@/features/attendance/SessionSheets";
import { HoursPanel } from "@/features/sessions/HoursPanel";
import { isWritable } from "@/features/sessions/model/moves";
import { ReadinessPanel } from "@/features/sessions/ReadinessPanel";
import { SessionFacts } from "@/features/sessions/SessionFacts";
import { SessionMoves } from "@/features/sessions/SessionMoves";
import { useTranslation } from "@/i18n/sessionOverview";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { SessionFrame } from "./SessionFrame";
import { useTeaching } from "./useTeaching";
import { WithSession } from "./WithSession";

/** A session at a glance: what it is, what still blocks its start, what may be done with it. */
export function SessionPage() {
  const { t } = useTranslation();
  const { writes } = useTeaching();
  const navigate = useNavigate();
  const [copied, setCopied] = useState<{ id: string; onHolidays: number } | null>(null);
  return (
    <WithSession>
      {(session, organisation) => (
        <SessionFrame
          organisation={organisation}
          session={session}
          part="overview"
          actions={
            writes ? (
              <SessionMoves
                key={session.id}
                organisation={organisation}
                session={session}
                onDeleted={() => void navigate({ to: paths.sessions, params: { organisation } })}
                onCopied={(id, onHolidays) => {
                  setCopied({ id, onHolidays });
                  void navigate({ to: paths.session, params: { organisation, session: id } });
                }}
              />
            ) : null
          }
        >
          <Stack gap="lg">
            {copied?.id === session.id ? (
              <Notice tone="success" announce title={t("move.duplicate.done")}>
                {copied.onHolidays > 0
                  ? t("move.duplicate.onHolidays", { count: copied.onHolidays })
                  : null}
              </Notice>
            ) : null}
            {isWritable(session.status) ? (
              <ReadinessPanel
                organisation={organisation}
                session={session.id}
                hasBegun={session.status === "running"}
              />
            ) : null}
            {session.status === "draft" || session.status === "cancelled" ? null : (
              <SessionSheets organisation={organisation} session={session.id} />
            )}
            <SessionFacts organisation={organisation} session={session} />
            <HoursPanel organisation={organisation} session={session.id} />
          </Stack>
        </SessionFrame>
      )}
    </WithSession>
  );
}
