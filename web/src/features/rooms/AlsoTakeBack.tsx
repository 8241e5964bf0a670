import { Checkbox, Skeleton, Stack, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/roomShares";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Rooms.module.css";
import { ShareFacts } from "./ShareFacts";
import type { GivenShare } from "./types";

interface Props {
  query: UseQueryResult<GivenShare[]>;
  company: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** What a company still reads when one breaks off with it, and whether that ends as well; nothing where nothing is shared. */
export function AlsoTakeBack({ query, company, checked, onChange }: Props) {
  const { t } = useTranslation();
  if (query.isLoading) {
    return <Skeleton height={60} role="img" aria-label={t("state.loading")} />;
  }
  if (query.data?.length === 0) return null;
  return (
    <Stack gap="sm">
      {query.data ? (
        <div>
          <Text>{t("roomShares.still", { company })}</Text>
          <ul className={classes.shared}>
            {query.data.map((share) => (
              <li key={share.id}>
                <ShareFacts share={share} />
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <ProblemNotice
          error={query.error}
          title={t("roomShares.unknown")}
          onRetry={() => void query.refetch()}
        />
      )}
      <Checkbox
        label={t("roomShares.also")}
        description={t("roomShares.alsoHelp")}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </Stack>
  );
}
