import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Revision } from "@/api/types";
import { useTranslation } from "@/i18n/revisions";
import { paths } from "@/lib/paths";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Comparison, type ComparisonChoice } from "./Comparison";
import classes from "./Lines.module.css";
import { revisionsQuery } from "./queries";
import { writtenName } from "./revisionWords";

interface Props {
  organisation: string;
  training: string;
  /** The two revisions that are compared; none while nobody asked. */
  choice: ComparisonChoice | null;
  onChoice: (choice: ComparisonChoice) => void;
}

/** Every revision of a training, and what changed from one to another. */
export function Revisions({ organisation, training, choice, onChoice }: Props) {
  const { t } = useTranslation();
  const revisions = useQuery(revisionsQuery(organisation, training));
  if (revisions.isError) {
    return <ProblemNotice error={revisions.error} onRetry={() => revisions.refetch()} />;
  }
  if (!revisions.data) {
    return <Skeleton height={200} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const { items } = revisions.data;
  return (
    <Stack gap="lg">
      <Panel labelledBy="revisions">
        <Stack>
          <Title order={2} id="revisions">
            {t("revision.list")}
          </Title>
          <ul className={classes.rows}>
            {items.map((revision) => (
              <li key={revision.number}>
                <Row organisation={organisation} training={training} revision={revision} />
              </li>
            ))}
          </ul>
        </Stack>
      </Panel>
      <Panel labelledBy="comparer">
        <Stack>
          <Title order={2} id="comparer">
            {t("revision.compare")}
          </Title>
          {items.length < 2 ? (
            <Text c="dimmed">{t("revision.single")}</Text>
          ) : (
            <Comparison
              organisation={organisation}
              training={training}
              revisions={items}
              choice={choice}
              onChoice={onChoice}
            />
          )}
        </Stack>
      </Panel>
    </Stack>
  );
}

interface RowProps {
  organisation: string;
  training: string;
  revision: Revision;
}

function Row({ organisation, training, revision }: RowProps) {
  const { t } = useTranslation();
  const { number, title, release } = revision;
  return (
    <>
      <div>
        <Link
          to={paths.trainingRevision}
          params={{ organisation, training, number: String(number) }}
          className={classes.link}
        >
          {t("revision.number", { number })}
        </Link>
        {" · "}
        {title}
      </div>
      <div className={classes.meta}>
        <span>{writtenName(t, revision)}</span>
        {release > 0 ? <span>{t("revision.release", { release })}</span> : null}
      </div>
    </>
  );
}
