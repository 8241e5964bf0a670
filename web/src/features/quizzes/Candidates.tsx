import { Button, Checkbox, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "@/i18n/companyQuizzes";
import { paths } from "@/lib/paths";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { CandidateRow } from "./CandidateRow";
import { candidatesQuery, useCandidates } from "./candidateQueries";
import { isReadable, MOST_COMPARED, nameOf, toPublish } from "./model/candidates";
import { companyPlace } from "./placeQueries";
import classes from "./Quizzes.module.css";
import { ResultsBoard } from "./ResultsBoard";

interface Props {
  quiz: string;
  /** Puts these side by side. */
  onCompare: (invitations: string[]) => void;
}

/** The results of a company's quiz: the counts, and everybody who answered, to be compared and published. */
export function Candidates({ quiz, onCompare }: Props) {
  const { t } = useTranslation();
  const query = useQuery(candidatesQuery(quiz));
  const { publish } = useCandidates(quiz);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [published, setPublished] = useState<number | null>(null);
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const { candidates } = query.data;
  const publishable = toPublish(candidates, chosen);
  return (
    <>
      <ResultsBoard
        place={companyPlace(quiz)}
        results={query.data}
        writes
        copiesLink={
          <Link to={paths.companyQuizCopies} params={{ quiz }}>
            {t("candidate.grade")}
          </Link>
        }
        onPublish={() => publish(null)}
      />
      <Panel labelledBy="candidats">
        <Stack>
          <div>
            <Title order={2} id="candidats">
              {t("candidate.heading")}
            </Title>
            <Text size="sm" c="dimmed" maw="68ch">
              {t("candidate.lead")}
            </Text>
          </div>
          {candidates.length === 0 ? (
            <Text c="dimmed">{t("candidate.none")}</Text>
          ) : (
            <>
              <Group>
                {candidates.some(isReadable) ? (
                  <Button
                    variant="default"
                    size="sm"
                    disabled={chosen.length < 2 || chosen.length > MOST_COMPARED}
                    onClick={() => onCompare([...chosen])}
                  >
                    {t("candidate.compare", { count: chosen.length })}
                  </Button>
                ) : null}
                {publishable.length > 0 ? (
                  <ConfirmButton
                    variant="default"
                    size="sm"
                    label={t("candidate.publish", { count: publishable.length })}
                    title={t("candidate.publishTitle")}
                    confirm={t("candidate.publishConfirm")}
                    action={async () => {
                      setPublished(await publish(publishable));
                      setChosen([]);
                    }}
                  >
                    {t("candidate.publishText", { count: publishable.length })}
                  </ConfirmButton>
                ) : null}
                <Text size="sm" role="status">
                  {chosen.length > MOST_COMPARED
                    ? t("candidate.tooMany", { count: MOST_COMPARED })
                    : published === null
                      ? ""
                      : t("candidate.published", { count: published })}
                </Text>
              </Group>
              <ul className={classes.rows}>
                {candidates.map((candidate, place) => {
                  const id = candidate.invitation_id ?? null;
                  const name = nameOf(candidate) ?? t("candidate.running");
                  return (
                    <li key={id ?? candidate.label ?? place} className={classes.pick}>
                      {id && isReadable(candidate) ? (
                        <Checkbox
                          aria-label={t("candidate.choose", { name })}
                          checked={chosen.includes(id)}
                          onChange={(event) =>
                            setChosen(
                              event.currentTarget.checked
                                ? [...chosen, id]
                                : chosen.filter((one) => one !== id),
                            )
                          }
                        />
                      ) : (
                        <span />
                      )}
                      <CandidateRow quiz={quiz} candidate={candidate} name={name} />
                    </li>
                  );
                })}
              </ul>
            </>
          )}
        </Stack>
      </Panel>
    </>
  );
}
