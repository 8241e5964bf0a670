import { Certificates } from "@/features/records/Certificates";
import { SessionFrame } from "./SessionFrame";
import { useTeaching } from "./useTeaching";
import { WithSession } from "./WithSession";

/** The certificates of a session. */
export function SessionCertificatesPage() {
  const { writes } = useTeaching();
  return (
    <WithSession>
      {(session, organisation) => (
        <SessionFrame organisation={organisation} session={session} part="certificates">
          <Certificates place={{ organisation, session: session.id }} writes={writes} />
        </SessionFrame>
      )}
    </WithSession>
  );
}
