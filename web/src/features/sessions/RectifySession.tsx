import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/sessionWriting";

// What is put right is the exception: its dialog is loaded when it is asked for.
const RectifySessionDialog = lazy(async () => ({
  default: (await import("./RectifySessionDialog")).RectifySessionDialog,
}));

interface Props {
  organisation: string;
  session: TrainingSession;
}

/** Puts the title and the place of an ended session right. What its sealed sheets said stays readable beside it. */
export function RectifySession({ organisation, session }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" size="sm" onClick={() => setOpen(true)}>
        {t("putRight.open")}
      </Button>
      {open ? (
        <Suspense>
          <RectifySessionDialog
            organisation={organisation}
            session={session}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
