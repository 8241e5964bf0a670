import { SimpleGrid, TextInput } from "@mantine/core";
import { memo } from "react";
import { useTranslation } from "@/i18n/writing";
import { type Draft, REFERENCES } from "./model/draft";
import type { Faults } from "./model/faults";
import { Section } from "./Section";
import type { Edit } from "./useEditor";
import { referenceName } from "./words";

interface Props {
  references: Draft["references"];
  faults: Faults;
  edit: Edit;
}

/** What the training prepares for officially. */
export const References = memo(function References({ references, faults, edit }: Props) {
  const { t } = useTranslation();
  return (
    <Section
      id="references"
      title={t("training.section.references")}
      lead={t("writing.reference.lead")}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {REFERENCES.map((name) => (
          <TextInput
            key={name}
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
        ))}
      </SimpleGrid>
    </Section>
  );
});
