import { NativeSelect, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { SessionTotals } from "@/api/types";
import { useTranslation } from "@/i18n/records";
import { fullName } from "@/lib/names";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ExportButtons, SHEET_FORMATS } from "./ExportButtons";
import { downloadSheet, type Place, totalsQuery } from "./queries";
import { type Line, TotalsTable } from "./TotalsTable";

/** Hours planned, followed and missed: per trainee, per course, with the formula of the rate. */
export function Totals({ place }: { place: Place }) {
  const { t } = useTranslation();
  const query = useQuery(totalsQuery(place));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  return (
    <>
      <Panel labelledBy="heures-stagiaires">
        <Stack>
          <div>
            <Title order={2} id="heures-stagiaires">
              {t("totals.trainees")}
            </Title>
            <Text size="sm" c="dimmed" mt={4} maw="70ch">
              {query.data.formula}
            </Text>
          </div>
          {query.data.trainees.length === 0 ? (
            <Text c="dimmed">{t("totals.nobody")}</Text>
          ) : (
            <TotalsTable
              label={t("totals.trainees")}
              heading={t("totals.trainee")}
              lines={query.data.trainees.map((one) => ({
                ...one,
                key: one.enrolment_id,
                name: fullName(one),
              }))}
              total={query.data}
            />
          )}
        </Stack>
      </Panel>
      <ByCourse place={place} totals={query.data} />
    </>
  );
}

/** Course by course, of everybody together or of one trainee; whose sheet is exported here too. */
function ByCourse({ place, totals }: { place: Place; totals: SessionTotals }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState("");
  const person = totals.trainees.find(({ enrolment_id: id }) => id === chosen);
  const lines: Line[] = (person ?? totals).courses.map((course) => ({
    ...course,
    key: course.course_id ?? course.title,
    name: course.title,
  }));
  return (
    <Panel labelledBy="heures-modules">
      <Stack>
        <Title order={2} id="heures-modules">
          {t("totals.courses")}
        </Title>
        <NativeSelect
          size="md"
          maw={360}
          label={t("totals.whose")}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[
            { value: "", label: t("totals.everybody") },
            ...totals.trainees.map((one) => ({ value: one.enrolment_id, label: fullName(one) })),
          ]}
        />
        {lines.length === 0 ? (
          <Text c="dimmed">{t("totals.noCourse")}</Text>
        ) : (
          <TotalsTable
            label={t("totals.courses")}
            heading={t("totals.course")}
            lines={lines}
            total={person ?? totals}
          />
        )}
        {person ? (
          <ExportButtons
            name={t("totals.sheetOf", { name: fullName(person) })}
            label={t("totals.exportOne")}
            formats={SHEET_FORMATS}
            download={(format) =>
              downloadSheet(place, { scope: "trainee", enrolment_id: person.enrolment_id }, format)
            }
          />
        ) : null}
      </Stack>
    </Panel>
  );
}
