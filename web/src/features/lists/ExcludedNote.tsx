import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "@/i18n/lists";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import type { Excluded } from "./ExcludeButton";
import { useExclusions } from "./exclusionQueries";
import classes from "./Lists.module.css";

interface Props {
  excluded: Excluded;
  onDone: () => void;
}

/** Says that somebody is left out from now on, and takes it back. */
export function ExcludedNote({ excluded, onDone }: Props) {
  const { t } = useTranslation();
  const { include } = useExclusions();
  const box = useRef<HTMLDivElement>(null);
  const { line, name } = excluded;
  const back = useMutation({
    mutationFn: (id: string) => include(id),
    onSuccess: onDone,
  });
  // The button that was pressed goes with the card: the keyboard goes on from here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each person anew
  useEffect(() => box.current?.focus(), [excluded]);
  return (
    <div ref={box} tabIndex={-1} className={classes.said}>
      <Notice
        icon="eyeOff"
        announce
        title={t("excludedPeople.done", { name })}
        actions={
          <>
            {line ? (
              <Button
                size="sm"
                variant="default"
                loading={back.isPending}
                onClick={() => back.mutate(line)}
              >
                {t("excludedPeople.undo")}
              </Button>
            ) : null}
            <ButtonLink to={paths.excludedProfiles} size="sm" variant="default">
              {t("excludedPeople.see")}
            </ButtonLink>
          </>
        }
      >
        {back.error ? <ProblemNotice error={back.error} /> : t("excludedPeople.doneHelp")}
      </Notice>
    </div>
  );
}
