import { useNavigate } from "@tanstack/react-router";
import { ImportFile } from "@/features/sessions/ImportFile";
import { isWritable } from "@/features/sessions/model/moves";
import { useTranslation } from "@/i18n/participants";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { SessionFrame } from "./SessionFrame";
import { WithSession } from "./WithSession";

/** Participants of a session from a file. */
export function SessionImportPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <WithSession>
      {(session, organisation) => (
        <SessionFrame organisation={organisation} session={session} part="participants">
          {isWritable(session.status) ? (
            <ImportFile
              organisation={organisation}
              session={session}
              onDone={() =>
                void navigate({
                  to: paths.sessionParticipants,
                  params: { organisation, session: session.id },
                })
              }
            />
          ) : (
            <Notice tone="info" title={t("import.over")} />
          )}
        </SessionFrame>
      )}
    </WithSession>
  );
}
