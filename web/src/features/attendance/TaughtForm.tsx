import { Button, Stack, Text, Textarea, Title } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { asProblem, splitByField } from "@/api/problem";
import type { AttendanceSheet } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { Notice } from "@/ui/Notice";
import { Overtaken } from "@/ui/Overtaken";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import type { Place } from "./outboxStore";
import { useSheetChanges } from "./queries";

const LONGEST = 4000;

interface Props {
  place: Place;
  sheet: AttendanceSheet;
}

/** What was taught: printed on the sheet, sealed with it. */
export function TaughtForm({ place, sheet }: Props) {
  const { t } = useTranslation();
  const { teach, look } = useSheetChanges(place);
  const [text, setText] = useState(sheet.taught);
  /** What stood there when one began to write. */
  const base = useRef(sheet.taught);
  const [theirs, setTheirs] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const unsaved = useRef(false);
  useEffect(() => {
    unsaved.current = sheet.state === "open" && text !== base.current;
  });
  // While nothing is being written, what others wrote appears by itself.
  useEffect(() => {
    if (unsaved.current || sheet.taught === base.current) return;
    base.current = sheet.taught;
    setText(sheet.taught);
  }, [sheet.taught]);

  const save = async () => {
    setPending(true);
    setError(null);
    setSaved(false);
    try {
      const { taught } = await look();
      if (taught !== base.current && taught !== text) {
        setTheirs(taught);
        return;
      }
      const written = await teach(text);
      base.current = written.taught;
      setText(written.taught);
      setSaved(true);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const fault = error ? splitByField(asProblem(error), ["text"]).byField.text : undefined;
  return (
    <Panel labelledBy="contenu-enseigne">
      <Stack gap="sm">
        <Title order={2} id="contenu-enseigne">
          {t("sheet.taught.heading")}
        </Title>
        {sheet.state === "open" ? (
          <form onSubmit={onSubmit} noValidate>
            <Stack gap="sm">
              {saved ? <Notice tone="success" announce title={t("sheet.taught.saved")} /> : null}
              {error && !fault ? <ProblemNotice error={error} /> : null}
              {theirs === null ? null : (
                <Overtaken
                  facts={[[t("sheet.taught.label"), theirs]]}
                  onMine={() => {
                    base.current = theirs;
                    setTheirs(null);
                  }}
                  onTheirs={() => {
                    base.current = theirs;
                    setText(theirs);
                    setTheirs(null);
                  }}
                />
              )}
              <Textarea
                label={t("sheet.taught.label")}
                description={t("sheet.taught.help")}
                autosize
                minRows={3}
                maxLength={LONGEST}
                value={text}
                error={fault}
                onChange={(event) => {
                  setText(event.currentTarget.value);
                  setSaved(false);
                }}
              />
              <div>
                <Button type="submit" variant="default" loading={pending}>
                  {t("sheet.taught.save")}
                </Button>
              </div>
            </Stack>
            <UnsavedGuard unsaved={unsaved} />
          </form>
        ) : (
          <Text style={{ whiteSpace: "pre-line" }} c={sheet.taught ? undefined : "dimmed"}>
            {sheet.taught || t("sheet.taught.none")}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}
