import { Checkbox, NativeSelect, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import type { PassportAudience } from "@/api/types";
import { useTranslation } from "@/i18n/exportWords";
import { Choices } from "@/ui/Choices";
import type { ChoiceValues } from "./model/choice";

/** A skill of the passport. */
export interface OwnSkill {
  code: string;
  label: string;
}

interface Props {
  value: ChoiceValues;
  onChange: (value: ChoiceValues) => void;
  skills: OwnSkill[];
  audiences: readonly PassportAudience[];
  /** Whether the files of proofs can go with it. */
  proofs: boolean;
  errors: Record<string, string>;
}

/** What of a passport: all of it or a part, with or without proofs and contact, for whom. */
export function ChoiceFields({ value, onChange, skills, audiences, proofs, errors }: Props) {
  const { t } = useTranslation();
  const set = (change: Partial<ChoiceValues>) => onChange({ ...value, ...change });
  return (
    <Stack>
      <Choices<ChoiceValues["part"]>
        legend={t("exportChoice.part")}
        value={value.part}
        choices={[
          { value: "whole", label: t("exportChoice.whole") },
          { value: "chosen", label: t("exportChoice.chosen") },
        ]}
        onChange={(part) => set({ part })}
      />
      {value.part === "chosen" ? (
        <>
          <Checkbox.Group
            label={t("exportChoice.skills")}
            description={t("exportChoice.skillsHelp")}
            error={errors.skills}
            value={value.skills}
            onChange={(chosen) => set({ skills: chosen })}
          >
            <Stack gap={6} mt={6} mah={320} style={{ overflowY: "auto" }}>
              {skills.map(({ code, label }) => (
                <Checkbox key={code} value={code} label={label} />
              ))}
              {skills.length === 0 ? (
                <Text size="sm" c="dimmed">
                  {t("exportChoice.noSkills")}
                </Text>
              ) : null}
            </Stack>
          </Checkbox.Group>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              type="date"
              label={t("exportChoice.from")}
              value={value.from}
              error={errors.from}
              onChange={(event) => set({ from: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t("exportChoice.to")}
              value={value.to}
              error={errors.to}
              onChange={(event) => set({ to: event.currentTarget.value })}
            />
          </SimpleGrid>
        </>
      ) : null}
      <NativeSelect
        label={t("exportChoice.audience")}
        description={t("exportChoice.audienceHelp")}
        error={errors.audience}
        value={value.audience}
        data={audiences.map((one) => ({ value: one, label: t(`exportChoice.audiences.${one}`) }))}
        onChange={(event) => set({ audience: event.currentTarget.value as PassportAudience })}
      />
      <Checkbox
        label={t("exportChoice.proofs")}
        description={proofs ? t("exportChoice.proofsHelp") : t("exportChoice.proofsZip")}
        disabled={!proofs}
        checked={proofs && value.withProofs}
        error={errors.with_proofs}
        onChange={(event) => set({ withProofs: event.currentTarget.checked })}
      />
      <Checkbox
        label={t("exportChoice.contact")}
        description={t("exportChoice.contactHelp")}
        checked={value.withContact}
        onChange={(event) => set({ withContact: event.currentTarget.checked })}
      />
    </Stack>
  );
}
