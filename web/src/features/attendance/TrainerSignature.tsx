import { Button, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { asProblem } from "@/api/problem";
import type { AttendanceHalfDay, AttendanceSheet } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { deviceKey } from "@/lib/device";
import { formatMoment } from "@/lib/format";
import { isSignature, type Strokes } from "@/lib/strokes";
import { Choices } from "@/ui/Choices";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { SignaturePad } from "@/ui/SignaturePad";
import type { Place } from "./outboxStore";
import { useSheetChanges } from "./queries";
import { partName } from "./words";

interface Props {
  place: Place;
  sheet: AttendanceSheet;
  half: AttendanceHalfDay;
  person: string;
  isOpen: boolean;
}

/** The signature of whoever trains: nobody signs in their place. */
export function TrainerSignature({ place, sheet, half, person, isOpen }: Props) {
  const { t } = useTranslation();
  const mine = sheet.trainers.find((trainer) => trainer.person_id === person);
  const hasSigned = mine?.signatures.some(({ part }) => part === half.part);
  return (
    <Panel labelledBy="signature-formation">
      <Stack gap="sm">
        <Title order={2} id="signature-formation">
          {t("signing.trainer.heading")}
        </Title>
        {sheet.trainers.length === 0 ? <Text c="dimmed">{t("signing.trainer.none")}</Text> : null}
        {sheet.trainers.map((trainer) => {
          const signature = trainer.signatures.find(({ part }) => part === half.part);
          return (
            <Text key={trainer.person_id ?? trainer.name}>
              <strong>{trainer.name}</strong>
              {" : "}
              {signature
                ? t("signing.signedAt", {
                    date: formatMoment(signature.signed_at),
                    method: t(`signing.method.${signature.method}`),
                  })
                : t("signing.trainer.unsigned")}
            </Text>
          );
        })}
        {sheet.state !== "open" || hasSigned ? null : mine ? (
          isOpen ? (
            <OwnSignature key={half.part} place={place} half={half} />
          ) : (
            <Text c="dimmed">{t("signing.trainer.closed")}</Text>
          )
        ) : (
          <Text c="dimmed">{t("signing.trainer.notMine")}</Text>
        )}
      </Stack>
    </Panel>
  );
}

function OwnSignature({ place, half }: Pick<Props, "place" | "half">) {
  const { t } = useTranslation();
  const { sign } = useSheetChanges(place);
  const [way, setWay] = useState<"drawn" | "password">("drawn");
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = way === "drawn" ? !isSignature(strokes) : password === "";
    setError(null);
    setFault(missing ? t(way === "drawn" ? "signing.tooShort" : "signing.trainer.missing") : null);
    if (missing) return;
    setPending(true);
    try {
      const { part } = half;
      const device = deviceKey();
      await sign(way === "drawn" ? { part, drawing: strokes, device } : { part, password, device });
    } catch (refusal) {
      const problem = asProblem(refusal);
      const named = problem.errors.find(({ pointer }) => /^\/(password|drawing)/.test(pointer));
      if (named) setFault(named.message);
      else setError(refusal);
    } finally {
      setPending(false);
    }
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" maw={600}>
        <Notice
          tone="info"
          title={t("signing.trainer.statement", {
            part: partName(t, half.part).toLocaleLowerCase("fr"),
          })}
        />
        <Choices<"drawn" | "password">
          legend={t("signing.trainer.way")}
          value={way}
          choices={[
            { value: "drawn", label: t("signing.trainer.drawn") },
            { value: "password", label: t("signing.trainer.password") },
          ]}
          onChange={(chosen) => {
            setWay(chosen);
            setFault(null);
          }}
        />
        {error ? <ProblemNotice error={error} /> : null}
        {way === "drawn" ? (
          <SignaturePad
            label={t("signing.trainer.pad")}
            value={strokes}
            onChange={setStrokes}
            error={fault}
            disabled={pending}
          />
        ) : (
          <PasswordInput
            label={t("signing.trainer.passwordLabel")}
            autoComplete="current-password"
            value={password}
            error={fault}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
        <div>
          <Button type="submit" loading={pending}>
            {t("signing.trainer.submit")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
