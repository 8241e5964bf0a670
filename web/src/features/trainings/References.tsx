import { SimpleGrid, Stack, TextInput } from "@mantine/core";
import { memo } from "react";
import type { Job } from "@/api/types";
import { useTranslation } from "@/i18n/writing";
import { CertificationNote } from "./CertificationNote";
import { type Draft, REFERENCES } from "./model/draft";
import type { Faults } from "./model/faults";
import { Section } from "./Section";
import type { Edit } from "./useEditor";
import { referenceName } from "./words";

interface Props {
  references: Draft["references"];
  jobs: Draft["jobs"];
  /** What the catalogue says of them; those on their way are missing. */
  sheets: Job[];
  faults: Faults;
  edit: Edit;
}

/** What the training prepares for officially. */
export const References = memo(function References(props: Props) {
  const { references, jobs, sheets, faults, edit } = props;
  const { t } = useTranslation();
  const codes = jobs.map(({ code }) => code);
  // A certification often names the family that a job derives from.
  const known = sheets.filter(({ code }) => codes.includes(code));
  const families = known.map(({ parent }) => parent.code);
  return (
    <Section
      id="references"
      title={t("training.section.references")}
      lead={t("writing.reference.lead")}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {REFERENCES.map((name) => (
          <Stack key={name} gap="xs">
            <TextInput
              label={referenceName(t, name)}
              description={t(`writing.reference.${name}.help`)}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              value={references[name]}
              error={faults[`references.${name}`]}
              onChange={(event) => {
                const value = event.currentTarget.value;
                edit((draft) => ({
                  ...draft,
                  references: { ...draft.references, [name]: value },
                }));
              }}
            />
            {name === "code" ? (
              <CertificationNote
                code={references.code}
                // While a sheet is on its way its family is not known: nothing is said of the jobs.
                jobs={known.length < jobs.length ? [] : [...codes, ...families]}
              />
            ) : null}
          </Stack>
        ))}
      </SimpleGrid>
    </Section>
  );
});
