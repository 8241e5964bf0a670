import { Button, Group, NativeSelect, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem, messagesOf, STALE } from "@/api/problem";
import type { QuizCorrectionPreview, QuizItemStatistics } from "@/api/types";
import { useTranslation } from "@/i18n/quizResults";
import { formatMoment } from "@/lib/format";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { versionsQuery } from "./bankQueries";
import { CorrectionTable } from "./CorrectionTable";
import { QuestionLink } from "./links";
import { type Place, usePlace } from "./placeQueries";
import classes from "./Quizzes.module.css";

interface Props {
  place: Place;
  item: QuizItemStatistics;
}

/** A corrected key: which version scores the question, whose points that changes, and why; done exactly as it was shown. */
export function CorrectionPanel({ place, item }: Props) {
  const { t } = useTranslation();
  const versions = useQuery(versionsQuery(place, item.question_id));
  const { previewCorrection, correct } = usePlace(place);
  const [chosen, setChosen] = useState<number | null>(null);
  const [shown, setShown] = useState<QuizCorrectionPreview | null>(null);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const [changed, setChanged] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [done, setDone] = useState<number | null>(null);

  if (versions.isError) {
    return <ProblemNotice error={versions.error} onRetry={() => versions.refetch()} />;
  }
  if (versions.isPending) {
    return <Skeleton height={80} role="img" aria-label={t("state.loading")} />;
  }
  const newer = versions.data.filter(({ number }) => number > item.number);
  const newest = newer[0];
  if (!newest) {
    return (
      <Notice
        title={t("correction.noVersion")}
        actions={
          <QuestionLink owner={place} question={item.question_id}>
            {t("correction.write")}
          </QuestionLink>
        }
      >
        {t("correction.noVersionHelp")}
      </Notice>
    );
  }
  const number = chosen ?? newest.number;

  const run = async (act: () => Promise<void>) => {
    setPending(true);
    setError(null);
    try {
      await act();
    } catch (refusal) {
      const problem = asProblem(refusal);
      if (problem.code === STALE && problem.current) {
        setShown(problem.current as QuizCorrectionPreview);
        setChanged(true);
      } else setError(refusal);
    } finally {
      setPending(false);
    }
  };
  const look = () =>
    run(async () => {
      setDone(null);
      setChanged(false);
      setShown(await previewCorrection(item.question_id, number));
    });
  const apply = (preview: QuizCorrectionPreview) => {
    const words = reason.trim();
    setMissing(words.length < 3);
    if (words.length < 3) return;
    void run(async () => {
      const applied = await correct(preview, words);
      setShown(null);
      setDone(applied.lines.length);
    });
  };

  return (
    <Stack className={classes.part} gap="sm">
      <Text size="sm" maw="68ch">
        {t("correction.help")}
      </Text>
      <Group align="flex-end">
        <NativeSelect
          style={{ flex: "0 1 24rem" }}
          label={t("correction.version")}
          value={String(number)}
          data={newer.map((one) => ({
            value: String(one.number),
            label: t("correction.versionOf", {
              number: one.number,
              date: formatMoment(one.created_at),
            }),
          }))}
          onChange={(event) => {
            setChosen(Number(event.currentTarget.value));
            setShown(null);
          }}
        />
        <Button variant="default" loading={pending && shown === null} onClick={look}>
          {t("correction.preview")}
        </Button>
      </Group>
      {error ? <ProblemNotice error={error} messages={messagesOf(error)} /> : null}
      {changed ? (
        <Notice tone="warning" icon="alert" announce title={t("correction.changed")}>
          {t("correction.changedHelp")}
        </Notice>
      ) : null}
      {shown ? (
        <>
          <CorrectionTable preview={shown} />
          <TextInput
            label={t("correction.reason")}
            description={t("correction.reasonHelp")}
            required
            maxLength={500}
            value={reason}
            error={missing ? t("correction.reasonMissing") : null}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group>
            <Button loading={pending} onClick={() => apply(shown)}>
              {t("correction.apply", { count: shown.lines.length })}
            </Button>
            <Button variant="default" onClick={() => setShown(null)}>
              {t("action.cancel")}
            </Button>
          </Group>
        </>
      ) : null}
      <Text role="status">{done === null ? "" : t("correction.done", { count: done })}</Text>
    </Stack>
  );
}
