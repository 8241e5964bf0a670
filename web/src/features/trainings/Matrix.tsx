import { Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { memo, useMemo } from "react";
import { type Translate, useTranslation } from "@/i18n/writing";
import { formatList } from "@/lib/format";
import { Notice } from "@/ui/Notice";
import { MatrixList } from "./MatrixList";
import { MatrixTable } from "./MatrixTable";
import { gapsOf } from "./model/courses";
import type { Draft } from "./model/draft";
import { Section } from "./Section";
import type { Edit } from "./useEditor";
import { quoted } from "./words";

const WIDE = "(min-width: 48em)";
/** More are counted rather than named. */
const NAMED = 3;

interface Props {
  skills: Draft["skills"];
  courses: Draft["courses"];
  edit: Edit;
}

/** Which course teaches which skill: a table where there is room, a list per course where there is not. */
export const Matrix = memo(function Matrix({ skills, courses, edit }: Props) {
  const { t } = useTranslation();
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const gaps = useMemo(() => gapsOf({ skills, courses }), [skills, courses]);
  const empty = skills.length === 0 || courses.length === 0;
  return (
    <Section id="matrice" title={t("training.section.matrix")} lead={t("writing.matrix.lead")}>
      {empty ? (
        <Text c="dimmed">{t("writing.matrix.none")}</Text>
      ) : (
        <>
          <div role="status">
            {gaps.skills.length + gaps.courses.length === 0 ? (
              <Notice tone="success" title={t("writing.matrix.complete")} />
            ) : (
              <Notice tone="warning" icon="alert" title={t("writing.matrix.gaps")}>
                {gaps.skills.length > 0 ? (
                  <div>
                    {t("writing.matrix.untaught", {
                      count: gaps.skills.length,
                      names: named(
                        t,
                        gaps.skills.map(({ label }) => label),
                      ),
                    })}
                  </div>
                ) : null}
                {gaps.courses.length > 0 ? (
                  <div>
                    {t("writing.matrix.idle", {
                      count: gaps.courses.length,
                      names: named(
                        t,
                        gaps.courses.map(({ title }) => title),
                      ),
                    })}
                  </div>
                ) : null}
              </Notice>
            )}
          </div>
          {wide ? (
            <MatrixTable skills={skills} courses={courses} edit={edit} />
          ) : (
            <MatrixList skills={skills} courses={courses} edit={edit} />
          )}
        </>
      )}
    </Section>
  );
});

/** The first names, and how many more there are. */
function named(t: Translate, names: string[]): string {
  const shown = names.slice(0, NAMED).map(quoted);
  const rest = names.length - shown.length;
  return formatList(rest > 0 ? [...shown, t("writing.matrix.others", { count: rest })] : shown);
}
