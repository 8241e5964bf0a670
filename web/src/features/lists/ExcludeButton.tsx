import { Button, type ButtonProps } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/lists";
import { Icon } from "@/ui/Icon";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useExclusions } from "./exclusionQueries";

export interface Excluded {
  /** The line, to take it back; null when somebody else had left the person out before. */
  line: string | null;
  name: string;
}

interface Props extends ButtonProps {
  profile: string;
  name: string;
  onExcluded: (excluded: Excluded) => void;
}

/** Leaves somebody out of the company’s searches, who is told nothing of it. It can be taken back. */
export function ExcludeButton({ profile, name, onExcluded, ...button }: Props) {
  const { t } = useTranslation();
  const { exclude } = useExclusions();
  const run = useMutation({
    mutationFn: () => exclude([profile]),
    onSuccess: ({ excluded }) => onExcluded({ line: excluded[0]?.id ?? null, name }),
  });
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Icon name="eyeOff" size={16} />}
        {...button}
        aria-label={t("excludedPeople.excludeOf", { name })}
        loading={run.isPending}
        onClick={() => run.mutate()}
      >
        {t("excludedPeople.exclude")}
      </Button>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </>
  );
}
